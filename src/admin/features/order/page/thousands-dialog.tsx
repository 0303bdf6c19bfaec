import { Button, Prompt } from "@medusajs/ui"
import { readAmount } from "../../../lib/amount-text"
import { useGridStore } from "../grid/use-grid"
import { useLabels } from "../grid/use-labels"
import { useOrderView } from "../use-order-view"

interface ThousandsDialogProps {
  /** An amount that can be read in two ways. */
  example: string
  /** The sign that groups thousands. */
  onChoose: (thousands: "." | ",") => void
  onClose: () => void
}

/** Asks once for a pasted block what its signs mean; nothing is guessed. */
export function ThousandsDialog({ example, onChoose, onClose }: ThousandsDialogProps) {
  const { t } = useOrderView()
  const { as } = useGridStore()
  const labels = useLabels()
  const sign = example.includes(",") ? "," : "."
  const choices = [
    { key: "grouped", thousands: sign },
    { key: "decimal", thousands: sign === "," ? "." : "," },
  ] as const
  return (
    <Prompt open variant="confirmation" onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("grid.thousands.title", { text: example })}</Prompt.Title>
          <Prompt.Description>{t("grid.thousands.text")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          {choices.map(({ key, thousands }) => {
            const read = readAmount(example, as, thousands)
            return (
              <Button
                key={key}
                size="small"
                variant="secondary"
                type="button"
                onClick={() => onChoose(thousands)}
              >
                {t(`grid.thousands.${key}`, {
                  amount: read.kind === "amount" ? labels.money(read.units) : example,
                })}
              </Button>
            )
          })}
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
