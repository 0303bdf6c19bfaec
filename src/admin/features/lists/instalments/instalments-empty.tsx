import { CheckCircle, InformationCircle } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Message, Saying } from "../../../ui/message"
import type { Seeking } from "../sought/use-sought"
import { useListSpeech } from "../use-list-speech"
import type { Sought } from "./sought"

/** Why nothing is listed: nothing is late, nothing is planned, or nothing fits what is sought. */
export function InstalmentsEmpty({ sought, seek }: Seeking<Sought>) {
  const { t } = useListSpeech()
  const { view, q } = sought
  const key = q === "" ? view : "nothing"
  const isGood = key === "late" || key === "failed"
  const action =
    key === "nothing" ? (
      <Button size="small" variant="secondary" type="button" onClick={() => seek({ q: "" })}>
        {t("instalments.empty.clear")}
      </Button>
    ) : view === "open" ? undefined : (
      <Button size="small" variant="secondary" type="button" onClick={() => seek({ view: "open" })}>
        {t("instalments.empty.showOpen")}
      </Button>
    )
  return (
    <div data-empty={key} className="border-ui-border-base border-t">
      <Message
        icon={isGood ? CheckCircle : InformationCircle}
        tone={isGood ? "done" : "calm"}
        title={t(`instalments.empty.${key}`)}
        action={action}
      >
        <Saying quiet>{t(`instalments.empty.${key}Text`)}</Saying>
      </Message>
    </div>
  )
}
