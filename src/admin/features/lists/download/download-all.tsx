import { ArrowDownTray } from "@medusajs/icons"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { useListSpeech } from "../use-list-speech"
import type { Download } from "./use-csv"

/** Has all that the filters let through saved as a file, not only the pages that are listed. */
export function DownloadAll({ saveAll, read }: Omit<Download<unknown>, "save">) {
  const { t, locale } = useListSpeech()
  return (
    <div className="flex items-center">
      <output className="reconciliation-list-progress txt-compact-small text-ui-fg-subtle">
        {read !== null && t("lists.download.reading", { count: read.toLocaleString(locale) })}
      </output>
      <GuardedButton
        right="export"
        allowed={useMay("export")}
        aria-busy={read !== null}
        aria-disabled={read !== null}
        data-download=""
        onClick={() => void saveAll()}
      >
        <ArrowDownTray aria-hidden />
        {t("lists.download.action")}
      </GuardedButton>
    </div>
  )
}
