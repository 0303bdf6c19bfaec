import { Button, Heading, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useWords } from "../../lib/use-words"
import { ChoiceBox } from "../../ui/choice-box"
import { merged, withParts, type Part } from "./draft"
import type { Desk } from "./use-desk"

interface ConflictChoiceProps {
  readonly desk: Desk
  readonly conflict: NonNullable<Desk["conflict"]>
}

/** Two people answered the same steps: whose answers stay, step by step. */
export function ConflictChoice({ desk, conflict: { theirs, mine, both } }: ConflictChoiceProps) {
  const { t } = useWords()
  const [kept, setKept] = useState<Partial<Record<Part, "mine" | "theirs">>>({})
  const name = theirs.saved?.by.name ?? t("setUp.conflict.somebody")
  const go = () => {
    const { draft } = merged(desk.saved.draft, mine, theirs.draft)
    const chosen = both.filter((part) => kept[part] === "theirs")
    desk.settle(withParts(draft, theirs.draft, chosen))
  }
  return (
    <>
      <div className="reconciliation-set-up-body" data-conflict="">
        <div className="reconciliation-set-up-column" role="alert">
          <Heading level="h2">{t("setUp.conflict.title", { name })}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.conflict.about")}
          </Text>
          {both.map((part) => {
            const step = t(`setUp.steps.${part}`)
            return (
              <div key={part} className="flex flex-col gap-y-2">
                <Heading level="h3">{step}</Heading>
                <RadioGroup
                  aria-label={t("setUp.conflict.keep", { step })}
                  className="gap-2"
                  value={kept[part] ?? "mine"}
                  onValueChange={(whose) =>
                    setKept({ ...kept, [part]: whose === "theirs" ? "theirs" : "mine" })
                  }
                >
                  <ChoiceBox value="mine" label={t("setUp.conflict.mine")} />
                  <ChoiceBox value="theirs" label={t("setUp.conflict.theirs")} about={name} />
                </RadioGroup>
              </div>
            )
          })}
        </div>
      </div>
      <div className="reconciliation-set-up-foot">
        <Button size="small" type="button" data-settle="" onClick={go}>
          {t("setUp.conflict.go")}
        </Button>
      </div>
    </>
  )
}
