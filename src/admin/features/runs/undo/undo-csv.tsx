import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { saveFile } from "../../../lib/save-file"
import { useListSpeech } from "../../lists/use-list-speech"
import type { Outlook } from "../outlook"
import { outlookCsv } from "../parts/outlook-csv"

/** What would be taken back and what would stay, as a file. */
export function UndoCsv({ outlook }: { readonly outlook: Outlook }) {
  const speech = useListSpeech()
  const { t } = speech
  const save = () =>
    saveFile(
      new Blob([outlookCsv(outlook, speech)], { type: "text/csv;charset=utf-8" }),
      `${t("runs.moves.file")}.csv`,
    )
  return (
    <Button
      size="small"
      variant="transparent"
      type="button"
      className="reconciliation-foot-note"
      data-download=""
      onClick={save}
    >
      <ArrowDownTray aria-hidden />
      {t("runs.undo.csv")}
    </Button>
  )
}
