#!/usr/bin/env bash
# Installs what the tests and the benchmark need of Debian or Ubuntu and leaves alone what is there: the browsers, the
# tools that cut a network (unshare, ip, iptables) or list sockets (ss), what makes the benchmark's films (ffmpeg), and the
# emoji that the pictures of the documents show.
set -euo pipefail

declare -A packages=([chromium]=chromium [firefox-esr]=firefox-esr [ip]=iproute2 [ss]=iproute2 [iptables]=iptables
  [setpriv]=util-linux [unshare]=util-linux [ffmpeg]=ffmpeg)
missing=()
for program in "${!packages[@]}"; do
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || missing+=("${packages[$program]}")
done
[ -e /usr/share/fonts/truetype/noto/NotoColorEmoji.ttf ] || missing+=(fonts-noto-color-emoji)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Missing: ${missing[*]}. Run this script as root on Debian or Ubuntu, or install them your own way." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -q -y --no-install-recommends "${missing[@]}"
