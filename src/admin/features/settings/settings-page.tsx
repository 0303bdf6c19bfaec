import { TriangleRightMini } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { SettingsView } from "../../../types/http"
import { setUpPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { NoRight } from "../../ui/no-right"
import { Section } from "../../ui/section"
import { Stylesheet } from "../../ui/stylesheet"
import { EditDrawer } from "./edit-drawer"
import { RightsTable } from "./rights-table"
import { DOCUMENTS, RULES, TECHNICAL } from "./sections"
import { SettingRow } from "./setting-row"
import { SettingsLoading } from "./settings-loading"
import { SettingsStyles } from "./styles"
import { settingOf, useSettings } from "./use-settings"

/** Every option with what it says, where that comes from, and the way to change it. */
export default function SettingsPage() {
  const { data, error, refetch } = useSettings()
  const isForbidden = !data && (error?.status === 401 || error?.status === 403)
  return (
    <div className="flex flex-col gap-y-2" data-reconciliation="" data-settings="">
      {data ? (
        <Shown seen={data} />
      ) : isForbidden ? (
        <Section>
          <NoRight right="view" />
        </Section>
      ) : error ? (
        <Section>
          <ErrorState error={error} unread="settings" onRetry={() => void refetch()} />
        </Section>
      ) : (
        <SettingsLoading />
      )}
      <Stylesheet />
      <SettingsStyles />
    </div>
  )
}

function Shown({ seen }: { readonly seen: SettingsView }) {
  const { t } = useWords()
  const [edited, edit] = useState<string | null>(null)
  const rights = settingOf(seen, "rights")
  const rows = (names: readonly string[]) =>
    names.flatMap((name) => {
      const setting = settingOf(seen, name)
      return setting ? [<SettingRow key={name} setting={setting} seen={seen} onEdit={edit} />] : []
    })
  const setting = edited === null ? undefined : settingOf(seen, edited)
  return (
    <>
      <Section>
        <div className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Heading level="h1">{t("menu.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("settings.about")}
            </Text>
          </div>
          <Button size="small" variant="secondary" asChild>
            <Link to={setUpPath}>{t("settings.setUpAgain")}</Link>
          </Button>
        </div>
      </Section>
      <Section>
        <div className="px-6 py-4">
          <Heading level="h2">{t("settings.rules")}</Heading>
        </div>
        {rows(RULES)}
      </Section>
      <Section>
        <div className="px-6 py-4">
          <Heading level="h2">{t("settings.documents")}</Heading>
        </div>
        {rows(DOCUMENTS)}
      </Section>
      <Section>
        <details data-technical="">
          <summary className="reconciliation-fold px-6 py-4">
            <TriangleRightMini aria-hidden className="text-ui-fg-muted" />
            <Heading level="h2">{t("settings.technical")}</Heading>
          </summary>
          <div className="border-ui-border-base divide-y border-t">{rows(TECHNICAL)}</div>
        </details>
      </Section>
      {rights && <RightsTable setting={rights} seen={seen} onEdit={edit} />}
      {setting && <EditDrawer key={setting.name} setting={setting} seen={seen} onClose={() => edit(null)} />}
    </>
  )
}
