import { Button, Input, Label, Text, toast } from "@medusajs/ui"
import { useId, useMemo, useState } from "react"
import type { SettingChange, SettingsView, SettingValue, SettingView } from "../../../types/http"
import type { RequestError } from "../../lib/client"
import { errorWords } from "../../lib/errors"
import { useWords } from "../../lib/use-words"
import { ActDrawer, DrawerPart } from "../account/acts/act-drawer"
import { useAct } from "../account/use-act"
import { SettingEditor } from "./editors/setting-editor"
import { Touches } from "./touches"
import { useTouched } from "./use-settings"
import { valueWords } from "./value-words"

interface EditDrawerProps {
  readonly setting: SettingView
  readonly seen: SettingsView
  readonly onClose: () => void
}

/** What some options do is said where the set-up asks for them. */
const ABOUT: Readonly<Record<string, string>> = {
  goLive: "setUp.start.goLiveHint",
  timeZone: "setUp.start.zoneHint",
  strategy: "setUp.rules.strategy.about",
  unappliedMoney: "setUp.rules.later.about",
  refundLines: "setUp.rules.refund.about",
}

/** What may be said of a value that cannot be: the server knows which it may be. */
const OF_THE_VALUE: ReadonlySet<string> = new Set([
  "receipt_number_given",
  "rights_lost",
  "setting_beyond_rights",
  "setting_locked",
  "setting_refused",
  "settings_stale",
])

/** What is being made of an option, what that would touch, and sending it. */
function useEdit({ setting, seen, onClose }: EditDrawerProps) {
  const { t } = useWords()
  const { name } = setting
  const [value, setValue] = useState<SettingValue | undefined>(setting.value)
  const [isReset, setReset] = useState(false)
  /** A new editor each time that it is taken back: what is typed into one is its own. */
  const [round, setRound] = useState(0)
  const [reason, setReason] = useState("")
  /** As it was when this began: whoever saves over what somebody else has set since is refused, and begins anew. */
  const [version] = useState(seen.version)
  const act = useAct<object>()
  const changes = useMemo(() => changesOf(setting, isReset ? "reset" : { value }), [isReset, value, setting])
  const asked = useTouched(changes)
  const send = () => {
    const why = reason.trim()
    const body = { changes, version, ...(why !== "" && { reason: why }) }
    act.send({ path: "settings", body }, () => {
      toast.success(t("settings.drawer.done", { name: t(`settings.name.${name}`) }))
      onClose()
    })
  }
  const change = (next: SettingValue | undefined) => {
    setReset(false)
    setValue(next)
    act.reset()
  }
  const reset = () => {
    setReset(true)
    setRound(round + 1)
  }
  return { value, change, isReset, reset, round, reason, setReason, act, changes, asked, send }
}

function changesOf(
  { name, value: standing }: SettingView,
  made: "reset" | { readonly value: SettingValue | undefined },
): SettingChange[] {
  if (made === "reset") return [{ name, reset: true }]
  const { value } = made
  return value === undefined || JSON.stringify(value) === JSON.stringify(standing) ? [] : [{ name, value }]
}

/** One option with its editor, what a change touches, and the way back to what holds without it. */
export function EditDrawer({ setting, seen, onClose }: EditDrawerProps) {
  const words = useWords()
  const { t } = words
  const { name } = setting
  const { value, isReset, act, changes, asked, ...edit } = useEdit({ setting, seen, onClose })
  const refused = act.error ?? asked.error
  const ofValue = refused?.body && OF_THE_VALUE.has(refused.body.code) ? refused : null
  const underneath = setting.configured ?? setting.default
  return (
    <ActDrawer
      open
      onClose={onClose}
      right="manage"
      title={t(`settings.name.${name}`)}
      about={t(ABOUT[name] ?? `settings.does.${name}`)}
      action={t("settings.drawer.save")}
      isReady={changes.length > 0 && asked.preview !== undefined}
      isSending={act.isSending}
      error={ofValue ? null : refused}
      isOfReading={act.error === null}
      isTouched={changes.length > 0}
      onAct={edit.send}
      onRetry={act.error ? act.again : asked.retry}
    >
      <DrawerPart>
        <SettingEditor
          key={edit.round}
          setting={setting}
          seen={seen}
          value={isReset ? underneath : value}
          onChange={edit.change}
        />
        {ofValue && <Refused error={ofValue} />}
        {setting.origin === "screen" && !isReset && JSON.stringify(value) !== JSON.stringify(underneath) && (
          <Button
            size="small"
            variant="transparent"
            type="button"
            className="self-start"
            data-reset=""
            onClick={edit.reset}
          >
            {t(
              setting.configured === null ? "settings.drawer.reset" : "settings.drawer.resetToConfiguration",
              {
                value: valueWords({ name, value: underneath }, words, seen),
              },
            )}
          </Button>
        )}
      </DrawerPart>
      <DrawerPart title={t("settings.drawer.touches")}>
        <Touches changes={changes} asked={asked} />
      </DrawerPart>
      <DrawerPart>
        <Reason value={edit.reason} onChange={edit.setReason} />
      </DrawerPart>
    </ActDrawer>
  )
}

/** Why a value cannot be, with the server's own words where they say what it may be. */
function Refused({ error: { body } }: { readonly error: RequestError }) {
  const { t, has, serverLang } = useWords()
  if (!body) return null
  const said = errorWords(body, { t, has })
  const may = `settings.may.${body.ids["setting"] ?? ""}`
  return (
    <div role="alert" data-refusal={body.code}>
      <Text size="small" className="text-ui-fg-error">
        {said.text}
      </Text>
      {body.code === "setting_refused" && has(may) ? (
        <Text size="small" className="text-ui-fg-subtle break-words" title={body.message}>
          {t(may)}
        </Text>
      ) : body.code === "setting_refused" ? (
        <Text size="small" lang={serverLang} className="text-ui-fg-subtle break-words">
          {body.message}
        </Text>
      ) : (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {said.remedy}
        </Text>
      )}
    </div>
  )
}

function Reason({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {t("settings.drawer.reason")}
      </Label>
      <Input
        id={id}
        size="small"
        value={value}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
