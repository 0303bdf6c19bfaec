import { Text } from "@medusajs/ui"
import type { SettingChange, SettingEffect } from "../../../types/http"
import { useWords, type Words } from "../../lib/use-words"
import type { useTouched } from "./use-settings"

interface TouchesProps {
  readonly changes: readonly SettingChange[]
  readonly asked: ReturnType<typeof useTouched>
}

/** What changes would touch and what they leave, in sentences. */
export function Touches({ changes, asked: { preview, error } }: TouchesProps) {
  const words = useWords()
  const { t } = words
  if (changes.length === 0) return <Quiet>{t("settings.drawer.same")}</Quiet>
  if (error) return <Quiet>–</Quiet>
  if (!preview) return <Quiet>{t("settings.drawer.computing")}</Quiet>
  return (
    <ul className="flex flex-col gap-y-1" data-touches="">
      {preview.changes.flatMap(({ name, effects }) =>
        effects.map((effect) => (
          <li key={`${name} ${effect.code} ${effect.what}`} data-effect={effect.code}>
            <Text size="small">{effectWords(effect, words)}</Text>
          </li>
        )),
      )}
    </ul>
  )
}

function Quiet({ children }: { readonly children: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {children}
    </Text>
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function effectWords({ code, count, what }: SettingEffect, { t, day }: Words): string {
  const named = what !== null && DAY.test(what) ? { day: day(what) } : { what: what ?? "" }
  const key = `settings.touches.${code}`
  return count === 0 ? t(`${key}_zero`, named) : t(key, { ...named, ...(count !== null && { count }) })
}
