import { Button, RadioGroup, Text } from "@medusajs/ui"
import { useLocation, useNavigate, useSearchParams } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { ActDialog, DialogFoot } from "../../account/acts/act-dialog"
import { useListSpeech } from "../../lists/use-list-speech"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { closing } from "../closing"
import { ChoiceBox } from "../../../ui/choice-box"
import { counted } from "../run-words"
import { isUndoable } from "../standing"
import type { Outlook } from "../outlook"
import type { RunOutlook } from "../use-run-preview"
import { restingOf } from "./resting"
import { RestingTable } from "./resting-table"
import { UndoCsv } from "./undo-csv"
import { useUndo, type Undo, type Way } from "./use-undo"

/** Asks whether to undo a run, where the address says so: what comes back, what stays, and what that would take. */
export function UndoRun({ run }: { readonly run: RunView }) {
  const words = useListSpeech()
  const [address] = useSearchParams()
  const navigate = useNavigate()
  const { state } = useLocation()
  if (!address.has("undo") || !isUndoable(run)) return null
  const close = () => closing(navigate, state, runPath(run.id))
  const accounts = counted(words, "runs.scope.accounts", { count: run.counts.changed })
  return (
    <ActDialog
      isWide
      title={words.t("runs.undo.title", { id: run.id })}
      about={counted(words, "runs.undo.about", { count: run.counts.placed, accounts })}
      onClose={close}
    >
      <Question run={run} onClose={close} />
    </ActDialog>
  )
}

interface QuestionProps {
  readonly run: RunView
  readonly onClose: () => void
}

function Question({ run, onClose }: QuestionProps) {
  const undo = useUndo(run)
  const { kept, cascading, rests, way, setWay, hasChanged } = undo
  const { outlook } = kept
  return (
    <>
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        aria-busy={kept.isWorking || cascading.isWorking}
        data-undo={outlook?.isWhole ? outlook.counts.placed : ""}
      >
        <div className="reconciliation-notes" aria-live="polite">
          <Said undo={undo} />
          {!rests && outlook && !hasChanged && <Free outlook={outlook} />}
        </div>
        {rests && outlook && (
          <>
            <Ways way={way} onChoose={setWay} kept={kept} cascading={cascading} />
            <RestingTable
              resting={restingOf(outlook.left, cascading.outlook?.left)}
              more={outlook.counts.left - outlook.left.length}
            />
          </>
        )}
      </div>
      <Foot undo={undo} onClose={onClose} />
    </>
  )
}

/** What has changed meanwhile, why it was refused, or that it is being worked out. */
function Said({ undo: { kept, act, fault, hasChanged, retry } }: { readonly undo: Undo }) {
  const { t } = useListSpeech()
  if (hasChanged) return <Text size="small">{t("runs.undo.changed")}</Text>
  if (fault) return <Refusal error={fault} right="run" isAct={act.error !== null} onRetry={retry} />
  return kept.outlook ? null : <Working />
}

function Free({ outlook: { counts } }: { readonly outlook: Outlook }) {
  const words = useListSpeech()
  return (
    <Text size="small">
      {counts.placed === 0
        ? words.t("runs.undo.nothing")
        : counted(words, "runs.undo.free", { count: counts.placed })}
    </Text>
  )
}

function Foot({
  undo: { chosen, act, send },
  onClose,
}: {
  readonly undo: Undo
  readonly onClose: () => void
}) {
  const words = useListSpeech()
  const { t } = words
  const allowed = useMay("run")
  const { outlook } = chosen
  const placed = outlook?.counts.placed ?? 0
  const isReady = outlook !== undefined && (placed > 0 || !outlook.isWhole)
  const word = !outlook?.isWhole
    ? t("runs.undo.actMore")
    : placed > 0
      ? counted(words, "runs.undo.act", { count: placed })
      : t("runs.undo.actNone")
  return (
    <DialogFoot>
      {outlook && outlook.moves.length > 0 && <UndoCsv outlook={outlook} />}
      <Button size="small" variant="secondary" type="button" onClick={onClose}>
        {t("runs.undo.stay")}
      </Button>
      <GuardedButton
        data-enter=""
        data-undo-now=""
        right="run"
        allowed={allowed}
        variant={allowed ? "danger" : "secondary"}
        aria-disabled={!isReady || act.isSending}
        aria-busy={act.isSending}
        onClick={() => isReady && send()}
      >
        {word}
      </GuardedButton>
    </DialogFoot>
  )
}

interface WaysProps {
  readonly way: Way
  readonly onChoose: (way: Way) => void
  readonly kept: RunOutlook
  readonly cascading: RunOutlook
}

function Ways({ way, onChoose, kept, cascading }: WaysProps) {
  const words = useListSpeech()
  const { t } = words
  const [free, stays] = [kept.outlook?.counts.placed ?? 0, kept.outlook?.counts.left ?? 0]
  const all = cascading.outlook
  return (
    <RadioGroup
      aria-label={t("runs.undo.how")}
      className="gap-2 px-6 py-4"
      value={way}
      onValueChange={(chosen) => onChoose(chosen === "cascade" ? "cascade" : "keep")}
    >
      <ChoiceBox
        value="keep"
        label={free === 0 ? t("runs.undo.keepNone") : counted(words, "runs.undo.keep", { count: free })}
        about={counted(words, "runs.undo.keepText", { count: stays })}
      />
      <ChoiceBox
        value="cascade"
        label={
          all === undefined
            ? t("runs.undo.cascadeUnknown")
            : counted(words, "runs.undo.cascade", {
                count: all.counts.placed,
                later: counted(words, "runs.undo.later", { count: all.laterChanges }),
              })
        }
        about={t("runs.undo.cascadeText")}
      />
    </RadioGroup>
  )
}
