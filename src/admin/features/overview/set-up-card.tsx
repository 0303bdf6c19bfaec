import { Adjustments } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { setUpPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { useSetUpStanding } from "./use-set-up-standing"

/** Leads to the set-up, as long as none was ever finished. */
export function SetUpCard() {
  const { t, moment } = useWords()
  const { data } = useSetUpStanding()
  if (!data || data.finished) return null
  const { saved, step } = data
  return (
    <Section>
      <div
        className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4"
        data-set-up-card=""
      >
        <div className="flex min-w-0 flex-1 items-start gap-x-3">
          <Adjustments aria-hidden className="text-ui-fg-subtle mt-1 shrink-0" />
          <div className="min-w-0">
            <Text size="small" leading="compact" weight="plus">
              {t("setUp.card.title")}
            </Text>
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {saved
                ? t("setUp.card.at", {
                    step: t(`setUp.steps.${step}`),
                    name: saved.by.name ?? t("setUp.conflict.somebody"),
                    when: moment(saved.at),
                  })
                : t("setUp.card.text")}
            </Text>
          </div>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={setUpPath}>{t(saved ? "setUp.card.goOn" : "setUp.card.begin")}</Link>
        </Button>
      </div>
    </Section>
  )
}
