import { Heading, Text } from "@medusajs/ui"
import { useListView } from "./list-context"
import { DownloadAll } from "./download/download-all"
import { useListSpeech } from "./use-list-speech"

export function ListHeader({ isForbidden }: { isForbidden: boolean }) {
  const { t } = useListSpeech()
  const { show } = useListView()
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h1">{t(show === "all" ? "menu.transactions" : "menu.unreconciled")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t(show === "all" ? "lists.transactions.about" : "lists.unreconciled.about")}
        </Text>
      </div>
      {!isForbidden && <DownloadAll />}
    </div>
  )
}
