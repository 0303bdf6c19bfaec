import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useListView } from "./list-context"
import { DownloadAll } from "./download/download-all"
import { useDownload } from "./download/use-download"
import { ReconcileAll } from "./reconcile-all"
import { useListSpeech } from "./use-list-speech"

interface ListHeaderProps {
  readonly isForbidden: boolean
  /** Of what is listed so far. */
  readonly accounts: readonly string[]
}

export function ListHeader({ isForbidden, accounts }: ListHeaderProps) {
  const { t } = useListSpeech()
  const { show } = useListView()
  const { saveAll, read } = useDownload()
  return (
    <Header
      title={t(show === "all" ? "menu.transactions" : "menu.unreconciled")}
      about={t(show === "all" ? "lists.transactions.about" : "lists.unreconciled.about")}
    >
      {!isForbidden && (
        <div className="flex flex-wrap items-center gap-2">
          <DownloadAll saveAll={saveAll} read={read} />
          {show === "unreconciled" && <ReconcileAll accounts={accounts} />}
        </div>
      )}
    </Header>
  )
}

interface HeaderProps {
  readonly title: string
  readonly about: string
  /** What can be done with all of the list. */
  readonly children: ReactNode
}

/** The head of a list's card. */
export function Header({ title, about, children }: HeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h1">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {about}
        </Text>
      </div>
      {children}
    </div>
  )
}
