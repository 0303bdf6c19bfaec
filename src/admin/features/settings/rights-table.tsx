import { Check } from "@medusajs/icons"
import { Heading, Text } from "@medusajs/ui"
import type { SettingsView, SettingView } from "../../../types/http"
import { RIGHTS, type Right } from "../../../types/rights"
import { useWords } from "../../lib/use-words"
import { Section } from "../../ui/section"
import { EditButton } from "./setting-row"

interface RightsTableProps {
  readonly setting: SettingView
  readonly seen: SettingsView
  readonly onEdit: (name: string) => void
}

/** Who has which right, by the option that lists them; a right without a list is everybody's. */
export function RightsTable({ setting, seen, onEdit }: RightsTableProps) {
  const { t } = useWords()
  const lists = setting.value as Partial<Record<Right, readonly string[]>>
  const people = [...new Set(Object.values(lists).flat())]
  const has = (who: string | null, right: Right): boolean => {
    const listed = lists[right]
    return listed === undefined || (who !== null && listed.includes(who))
  }
  return (
    <Section>
      <div className="flex items-center justify-between gap-x-4 px-6 py-3">
        <div className="min-w-0">
          <Heading level="h2">{t("settings.rightsTitle")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t(seen.roles ? "settings.rolesAbout" : "settings.rightsAbout")}
          </Text>
        </div>
        {!seen.roles && !setting.locked && (
          <div className="shrink-0">
            <EditButton label={t("settings.name.rights")} onEdit={() => onEdit("rights")} />
          </div>
        )}
      </div>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by key */}
      <section className="relative overflow-x-auto" tabIndex={0} aria-label={t("settings.rightsTitle")}>
        <table className="reconciliation-rights txt-compact-small" data-rights="">
          <thead>
            <tr>
              <th scope="col">{t("settings.person")}</th>
              {RIGHTS.map((right) => (
                <th key={right} scope="col" className="reconciliation-rights-name">
                  {t(`rights.${right}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...people, null].map((who) => (
              <tr key={who ?? ""}>
                <th scope="row">{who === null ? t("settings.everybody") : (seen.names[who] ?? who)}</th>
                {RIGHTS.map((right) => (
                  <td key={right}>
                    <Has right={has(who, right)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Has({ right }: { readonly right: boolean }) {
  const { t } = useWords()
  return right ? (
    <span className="inline-flex">
      <Check aria-hidden />
      <span className="sr-only">{t("settings.yes")}</span>
    </span>
  ) : (
    <span className="text-ui-fg-subtle">
      <span aria-hidden>–</span>
      <span className="sr-only">{t("settings.no")}</span>
    </span>
  )
}
