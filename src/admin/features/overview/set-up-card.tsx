import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { auditPath, setUpPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { Head } from "./parts"
import { useSetUpStanding } from "./use-set-up-standing"

const STEP = "flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4"

/** What to begin with, as long as no set-up was ever finished: to look at the shop's records, then to answer. */
export function SetUpCard() {
  const { t, moment } = useWords()
  const { data } = useSetUpStanding()
  if (!data || data.finished) return null
  const { saved, step } = data
  const left =
    saved &&
    t("setUp.card.at", {
      step: t(`setUp.steps.${step}`),
      name: saved.by.name ?? t("setUp.conflict.somebody"),
      when: moment(saved.at),
    })
  return (
    <Section>
      <Head title={t("setUp.card.title")} />
      <ol className="divide-y" data-begin="">
        <li className={STEP} data-audit-card="">
          <Step n={1} title={t("menu.audit")} text={t("setUp.card.audit")} />
          <Button size="small" variant="secondary" asChild>
            <Link to={auditPath}>{t("setUp.card.read")}</Link>
          </Button>
        </li>
        <li className={STEP} data-set-up-card="">
          <Step n={2} title={t("setUp.card.setUp")} text={left ?? t("setUp.card.text")} />
          <Button size="small" variant="secondary" asChild>
            <Link to={setUpPath}>{t(saved ? "setUp.card.goOn" : "setUp.card.open")}</Link>
          </Button>
        </li>
      </ol>
    </Section>
  )
}

interface StepProps {
  readonly n: number
  readonly title: string
  readonly text: string
}

function Step({ n, title, text }: StepProps) {
  return (
    // Where the sentence has no room beside its button, the button stands beneath.
    <div className="flex min-w-0 flex-1 items-start gap-x-3" style={{ flexBasis: 240 }}>
      <Text size="small" leading="compact" weight="plus" className="text-ui-fg-subtle shrink-0" aria-hidden>
        {n}.
      </Text>
      <div className="min-w-0">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {text}
        </Text>
      </div>
    </div>
  )
}
