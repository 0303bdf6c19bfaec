import { Button, RadioGroup, Text } from "@medusajs/ui"
import { useLocation, useNavigate, useSearchParams } from "react-router-dom"
import type { RunView } from "../../../../types/http"
import { runPath } from "../../../lib/paths"
import { useMay } from "../../../lib/use-may"
import { GuardedButton } from "../../../ui/no-right"
import { ActDialog, DialogFoot } from "../../../ui/act-dialog"
import type { ListSpeech } from "../../lists/list-speech"
import { useListSpeech } from "../../lists/use-list-speech"
import { Refusal } from "../../order/history/refusal"
import { Working } from "../../order/history/working"
import { closing } from "../closing"
import { ChoiceBox } from "../../../ui/choice-box"
import { counted } from "../run-words"
import { isUndoable } from "../standing"
import type { Outlook } from "../outlook"
import { restingOf, tiesOf, type Ties } from "./resting"
import { RestingTable } from "./resting-table"
import { UndoCsv } from "./undo-csv"
import { useUndo, type Undo, type Way } from "./use-undo"

/** Asks whether to undo a run, where the address says so: what comes back, what stays, and what that would take. */
export function UndoRun({ run }: { readonly run: RunView }) {
  const [address] = useSearchParams()
  return address.has("undo") && isUndoable(run) ? <Question run={run} /> : null
}

function Question({ run }: { readonly run: RunView }) {
  const words = useListSpeech()
  const navigate = useNavigate()
  const { state } = useLocation()
  const undo = useUndo(run)
  const { kept, cascading, rests, way, setWay, hasChanged } = undo
  const { outlook } = kept
  const resting = outlook ? restingOf(outlook.left, cascading.outlook?.left) : []
  const ties = outlook && tiesOf(run.counts.placed, outlook, resting)
  const close = () => closing(navigate, state, runPath(run.id))
  return (
    <ActDialog
      isWide
      title={words.t("runs.undo.title", { id: run.id })}
      about={aboutOf(run, ties?.standing ?? null, words)}
      onClose={close}
    >
      <div
        className="min-h-0 flex-1 overflow-y-auto"
        aria-busy={kept.isWorking || cascading.isWorking}
        data-undo={outlook?.isWhole ? outlook.counts.placed : ""}
      >
        <div className="reconciliation-notes" aria-live="polite">
          <Said undo={undo} />
          {!rests && outlook && !hasChanged && <Free outlook={outlook} />}
        </div>
        {rests && outlook && ties && (
          <>
            <Ways undo={undo} ties={ties} onChoose={setWay} />
            <RestingTable resting={resting} more={outlook.counts.left - outlook.left.length} />
          </>
        )}
      </div>
      <Foot undo={undo} ties={way === "cascade" ? ties : undefined} onClose={close} />
    </ActDialog>
  )
}

/** How many amounts on how many accounts; where somebody has taken some back, how many are there still. */
function aboutOf({ counts }: RunView, standing: number | null, words: ListSpeech): string {
  const accounts = counted(words, "runs.scope.accounts", { count: counts.changed })
  const there =
    standing === null || standing === counts.placed
      ? ""
      : counted(words, "runs.undo.there", { count: standing })
  return counted(words, "runs.undo.about", { count: counts.placed, accounts, there })
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

interface FootProps {
  readonly undo: Undo
  /** Of the way that takes back what rests on it too. */
  readonly ties: Ties | undefined
  readonly onClose: () => void
}

function Foot({ undo: { chosen, act, send }, ties, onClose }: FootProps) {
  const words = useListSpeech()
  const { t } = words
  const allowed = useMay("run")
  const { outlook } = chosen
  const placed = ties?.cascade?.amounts ?? outlook?.counts.placed ?? 0
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
  readonly undo: Undo
  readonly ties: Ties
  readonly onChoose: (way: Way) => void
}

function Ways({ undo: { way, kept, cascading }, ties, onChoose }: WaysProps) {
  const words = useListSpeech()
  const { t } = words
  const free = kept.outlook?.counts.placed ?? 0
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
        about={ties.stays > 0 ? counted(words, "runs.undo.keepText", { count: ties.stays }) : undefined}
      />
      <ChoiceBox
        value="cascade"
        label={
          all === undefined
            ? t("runs.undo.cascadeUnknown")
            : counted(words, "runs.undo.cascade", {
                count: ties.cascade?.amounts ?? all.counts.placed,
                later: counted(words, "runs.undo.later", { count: ties.cascade?.later ?? all.laterChanges }),
              })
        }
        about={t("runs.undo.cascadeText")}
      />
    </RadioGroup>
  )
}
