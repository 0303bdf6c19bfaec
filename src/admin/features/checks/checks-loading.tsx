import { useWords } from "../../lib/use-words"
import { RowsLoading } from "../../ui/rows-loading"

/** The page while it is read. */
export function ChecksLoading() {
  const { t } = useWords()
  return <RowsLoading title={t("menu.checks")} />
}
