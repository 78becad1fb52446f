export default function LoginErrorPage() {
  return null
}
