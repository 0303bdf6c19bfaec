import { LockClosedSolid, PencilSquare } from "@medusajs/icons"
import { Badge, IconButton, Text, Tooltip } from "@medusajs/ui"
import { useId } from "react"
import type { SettingsView, SettingView } from "../../../types/http"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { originWords, valueWords } from "./value-words"

interface SettingRowProps {
  readonly setting: SettingView
  readonly seen: SettingsView
  readonly onEdit: (name: string) => void
}

/** One option: what it is called, what it says, where that comes from, and the way to change it. */
export function SettingRow({ setting, seen, onEdit }: SettingRowProps) {
  const words = useWords()
  const { t, serverLang } = words
  const { name, locked, editable, refused } = setting
  const label = t(`settings.name.${name}`)
  const [, gone] = (name === "strategy" && /^strategy is "(.*?)"/.exec(refused ?? "")) || []
  return (
    <div className="reconciliation-setting" data-setting={name} data-origin={setting.origin}>
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div className="min-w-0">
        <Text size="small" className="break-words">
          {valueWords(setting, words, seen)}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {originWords(setting, words, seen)}
        </Text>
        {refused !== null && (
          <Text size="xsmall" className="text-ui-fg-error break-words" data-refused="">
            {gone === undefined ? (
              <>
                {t("settings.refused")} <span lang={serverLang}>{refused}</span>
              </>
            ) : (
              t("settings.refusedRule", { rule: gone, applies: valueWords(setting, words, seen) })
            )}
          </Text>
        )}
      </div>
      {locked || !editable ? <Fixed /> : <EditButton label={label} onEdit={() => onEdit(name)} />}
    </div>
  )
}

/** An option that only the configuration says. */
function Fixed() {
  const { t } = useWords()
  return (
    <Tooltip content={t("settings.locked")}>
      <Badge size="2xsmall" tabIndex={0} className="whitespace-nowrap" data-fixed="">
        <LockClosedSolid aria-hidden />
        {t("settings.inConfiguration")}
        <span className="sr-only">. {t("settings.locked")}</span>
      </Badge>
    </Tooltip>
  )
}

/** Stays in its place for who may not use it, and says which right is missing. */
export function EditButton({ label, onEdit }: { readonly label: string; readonly onEdit: () => void }) {
  const { t } = useWords()
  const allowed = useMay("manage")
  const reason = useId()
  const needs = t("noRight.needs", { right: t("rights.manage") })
  const edit = t("settings.edit", { name: label })
  return (
    <Tooltip content={allowed ? edit : needs}>
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        aria-label={edit}
        {...(allowed
          ? { onClick: onEdit }
          : { "aria-disabled": true, "aria-describedby": reason, "data-needs": "manage" })}
      >
        {allowed ? <PencilSquare aria-hidden /> : <LockClosedSolid aria-hidden />}
        {!allowed && (
          <span id={reason} className="sr-only">
            {needs}
          </span>
        )}
      </IconButton>
    </Tooltip>
  )
}
