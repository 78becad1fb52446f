export default function SignedOutPage() {
  return null
}
