import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useWords } from "../lib/use-words"

export interface Effect {
  /** Two with one key would be one row to React. */
  key: string
  what: ReactNode
  /** What it belongs to: an order, an account. */
  where?: ReactNode
  now: ReactNode
  /** Left out: it stays as it is, and the note says why. */
  afterwards?: ReactNode
  note?: ReactNode
}

/** What an act would change, line by line, before anybody agrees to it. */
export function Effects({ label, effects }: { label: string; effects: readonly Effect[] }) {
  const { t } = useWords()
  if (effects.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("effects.none")}
      </Text>
    )
  return (
    <table className="reconciliation-plan txt-compact-small" aria-label={label} data-effects="">
      <thead className="text-ui-fg-subtle txt-compact-xsmall">
        <tr>
          <th scope="col">{t("effects.what")}</th>
          <th scope="col">{t("effects.now")}</th>
          <th scope="col">{t("effects.afterwards")}</th>
        </tr>
      </thead>
      <tbody>
        {effects.map(({ key, what, where, now, afterwards, note }) => (
          <tr key={key}>
            <th scope="row" className="break-words">
              <span className="text-ui-fg-base">{what}</span>
              {where && <span className="text-ui-fg-subtle block">{where}</span>}
              {note && <span className="text-ui-fg-subtle block">{note}</span>}
            </th>
            <td>{now}</td>
            <td>{afterwards ?? <span className="text-ui-fg-subtle">{t("effects.stays")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
