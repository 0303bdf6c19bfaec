import { Button, Text, Textarea } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useId, useState } from "react"
import type { SetUpOpeningRow } from "../../../../types/http"
import type { RequestError } from "../../../lib/client"
import { useWords } from "../../../lib/use-words"
import { Refusal } from "../../order/history/refusal"
import { pastedRows, type Currencies, type Pasted } from "./rows"
import { customersByEmail } from "./use-customers"

interface PasteRowsProps {
  readonly currencies: Currencies
  readonly onTake: (rows: SetUpOpeningRow[]) => void
}

/** Takes lines of a spreadsheet, each with its customer by e-mail. */
export function PasteRows({ currencies, onTake }: PasteRowsProps) {
  const { t, locale } = useWords()
  const field = useId()
  const [text, setText] = useState("")
  const [unread, setUnread] = useState(0)
  const { mutate, isPending, error } = useMutation<SetUpOpeningRow[], RequestError, Pasted>({
    mutationFn: async ({ rows }) => {
      const ids = await customersByEmail(rows.map(({ email }) => email))
      return rows.map((row) => ({ ...row, customer_id: ids.get(row.email.toLowerCase()) ?? null }))
    },
    onSuccess: (rows, { unread: left }) => {
      onTake(rows)
      setText(left.join("\n"))
      setUnread(left.length)
    },
  })
  const take = () => mutate(pastedRows(text, { locale, currencies }, () => crypto.randomUUID()))
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <label htmlFor={field} className="txt-compact-small-plus">
        {t("setUp.opening.paste")}
      </label>
      <Textarea
        id={field}
        rows={2}
        value={text}
        spellCheck={false}
        aria-describedby={`${field}-how`}
        data-paste=""
        onChange={({ target }) => {
          setText(target.value)
          setUnread(0)
        }}
      />
      <Text id={`${field}-how`} size="xsmall" className="text-ui-fg-subtle">
        {t("setUp.opening.pasteHow")}
      </Text>
      {unread > 0 && (
        <Text size="xsmall" className="text-ui-fg-error" role="alert" data-unread="">
          {t("setUp.opening.unread", { count: unread })}
        </Text>
      )}
      {error && <Refusal error={error} right="manage" onRetry={take} />}
      {text.trim() !== "" && (
        <Button
          size="small"
          variant="secondary"
          type="button"
          className="self-start"
          data-take=""
          isLoading={isPending}
          onClick={take}
        >
          {t("setUp.opening.take")}
        </Button>
      )}
    </div>
  )
}
