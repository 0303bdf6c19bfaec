import type { MeansView } from "../../../../types/http"
import type { Speech } from "../../../lib/speech"

/** "of this cheque": money by the way it came, anything else by its kind. */
export function ofThis(
  { kind, method }: Pick<MeansView, "method"> & { readonly kind: string },
  { t, has }: Pick<Speech, "t" | "has">,
): string {
  const byMethod = `whyHere.of.${method}`
  const isMoney = kind === "payment" || kind === "deposit"
  return t(isMoney && method !== null && has(byMethod) ? byMethod : `whyHere.of.${kind}`)
}
