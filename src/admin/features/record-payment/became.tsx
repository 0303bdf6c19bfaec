import { ArrowRightMini } from "@medusajs/icons"
import type { OrderEffect } from "../../../types/http"
import { CodeBadge } from "../../ui/matching-code"
import { StateSign } from "../../ui/state-sign"
import type { PaymentSpeech } from "./speech"

/** The state that an order comes to, and its code before and after. */
export function Became({ effect, speech }: { effect: OrderEffect; speech: PaymentSpeech }) {
  const { code_before: before, code_after: after } = effect
  return (
    <span className="reconciliation-became" data-became={effect.state_after}>
      <StateSign state={effect.state_after} />
      {before && after && before.code !== after.code && (
        <>
          <CodeBadge code={before} />
          <ArrowRightMini aria-hidden className="text-ui-fg-subtle" />
          <span className="sr-only">{speech.t("takingBack.afterwards")}</span>
        </>
      )}
      {after && <CodeBadge code={after} />}
    </span>
  )
}
