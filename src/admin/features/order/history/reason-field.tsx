import { Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useWords } from "../../../lib/use-words"

/** As the server takes it. */
const LONGEST = 500

/** Why somebody does something; kept in the history. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {t("takingBack.reason")}
      </Label>
      <Input
        id={id}
        size="small"
        value={value}
        maxLength={LONGEST}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
