import type { ComponentType } from "react"
import { useWords } from "../../../lib/use-words"
import { Choices } from "./choices"
import { CodesEditor } from "./codes-editor"
import { DepositsEditor } from "./deposits-editor"
import { OrderEditor } from "./order-editor"
import { RightsEditor } from "./rights-editor"
import { ChannelsEditor, ProvidersEditor, SeriesEditor, WriteOffEditor } from "./tables"
import { TermsEditor } from "./terms-editor"
import { DayEditor, ListEditor, PartsEditor, TextEditor, ZoneEditor } from "./texts"
import { textOf, type EditorProps } from "./types"

/** Options that are one of a few words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  unappliedMoney: ["checkout_only", "exact_match", "oldest_first"],
  creditOfOrders: ["offered", "applied"],
  nightlyRun: ["off", "exact_match", "oldest_first"],
  refundLines: ["newest_first", "pro_rata"],
  mirror: ["true", "false"],
  nightlyCheck: ["true", "false"],
}

/** One of the words that an option may be, as radio cards. */
function ChoiceEditor({ setting: { name }, seen, value, onChange }: EditorProps) {
  const { t } = useWords()
  return (
    <Choices
      name={name}
      label={t(`settings.name.${name}`)}
      among={name === "strategy" ? seen.strategies : (CHOICES[name] ?? [])}
      value={textOf(value)}
      onChange={(chosen) => onChange(typeof value === "boolean" ? chosen === "true" : chosen)}
    />
  )
}

const EDITORS: Readonly<Record<string, ComponentType<EditorProps>>> = {
  goLive: DayEditor,
  timeZone: ZoneEditor,
  receipts: PartsEditor,
  creditTransfer: PartsEditor,
  documentNumberKey: TextEditor,
  firstReceipts: SeriesEditor,
  salesChannelStrategies: ChannelsEditor,
  paymentMethods: ProvidersEditor,
  componentPriority: OrderEditor,
  writeOff: WriteOffEditor,
  matchingCodes: CodesEditor,
  moneyCreditLines: ListEditor,
  deposits: DepositsEditor,
  paymentTerms: TermsEditor,
  rights: RightsEditor,
}

/** The editor of an option. It stands alone, so that the set-up can show it beside an example. */
export function SettingEditor(props: EditorProps) {
  const Editor = EDITORS[props.setting.name] ?? ChoiceEditor
  return <Editor {...props} />
}
