import { Button, Text } from "@medusajs/ui"
import type { SettingsView, SetUpDraft, SetUpView } from "../../../types/http"
import { useMay } from "../../lib/use-may"
import { useWords } from "../../lib/use-words"
import { GuardedButton } from "../../ui/no-right"
import { useAct } from "../account/use-act"
import { Refusal } from "../order/history/refusal"
import { whenOf } from "../runs/run-words"
import { stepBeside } from "./draft"
import { missingIn } from "./pending"
import { FINISH, type Desk } from "./use-desk"
import { settingOf, useSettings } from "./use-settings"

interface SetUpFootProps {
  readonly desk: Desk
  readonly onFinished: (finished: SetUpView["finished"]) => void
}

/** How it is kept, and the way on, back and to the end. */
export function SetUpFoot({ desk, onFinished }: SetUpFootProps) {
  const { t } = useWords()
  const { data: settings } = useSettings()
  const { step, draft, mayManage } = desk
  const goOn = () => {
    if (mayManage && settings) answer(desk, settings)
    desk.goTo(stepBeside(step, 1))
  }
  const skip = () => {
    desk.change("history", { ...draft.history, answer: "skip" })
    desk.goTo("review")
  }
  const needsAnswer = step === "opening" && draft.opening.answer === null && mayManage
  return (
    <>
      {desk.error && (
        <div className="border-ui-border-base border-t px-4 py-3">
          <Refusal error={desk.error} right="manage" isAct onRetry={desk.save} />
        </div>
      )}
      <div className="reconciliation-set-up-foot">
        <Kept desk={desk} />
        {needsAnswer && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.opening.answerNeeded")}
          </Text>
        )}
        {step === "history" && mayManage && (
          <Button size="small" variant="transparent" type="button" data-skip="" onClick={skip}>
            {t("setUp.skip")}
          </Button>
        )}
        {step !== "start" && (
          <Button
            size="small"
            variant="secondary"
            type="button"
            data-back=""
            onClick={() => desk.goTo(stepBeside(step, -1))}
          >
            {t("setUp.back")}
          </Button>
        )}
        {step === "review" ? (
          <Finish desk={desk} onFinished={onFinished} />
        ) : (
          <Button
            size="small"
            type="button"
            data-continue=""
            aria-disabled={needsAnswer}
            disabled={mayManage && !settings}
            onClick={() => !needsAnswer && goOn()}
          >
            {t("setUp.next")}
          </Button>
        )}
      </div>
    </>
  )
}

const START_SETTINGS = ["goLive", "timeZone"] as const
const RULE_SETTINGS = ["strategy", "unappliedMoney", "refundLines"] as const

/** Going on from a step is an answer to it: what stands there is what is meant, also where nobody touched it. */
function answer({ step, draft, change, saved }: Desk, settings: SettingsView): void {
  const shown = (names: readonly string[], drafted: SetUpDraft["start"]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const { value, isLocked } = settingOf(name, drafted, settings)
        return isLocked ? [] : [[name, value ?? null]]
      }),
    )
  if (step === "start") change("start", { ...shown(START_SETTINGS, draft.start), ...draft.start })
  if (step === "rules") change("rules", { ...shown(RULE_SETTINGS, draft.rules), ...draft.rules })
  if (step === "history" && saved.done.history === null)
    change("history", { ...draft.history, answer: "bring" })
}

/** Whether what is answered is kept, and since when. */
function Kept({ desk: { saved, isSaving, isDirty, error } }: Pick<SetUpFootProps, "desk">) {
  const words = useWords()
  const { t } = words
  const said =
    isSaving || (isDirty && error === null)
      ? t("setUp.saving")
      : error
        ? t("setUp.notSaved")
        : saved.saved &&
          t(saved.saved.by.name === null ? "setUp.savedBy" : "setUp.saved", {
            name: saved.saved.by.name ?? "",
            when: whenOf(saved.saved.at, words),
          })
  return (
    <Text
      size="xsmall"
      className="text-ui-fg-subtle reconciliation-foot-note"
      aria-live="polite"
      data-kept={isDirty || isSaving ? "" : saved.version}
    >
      {said}
    </Text>
  )
}

function Finish({ desk, onFinished }: SetUpFootProps) {
  const { t } = useWords()
  const mayManage = useMay("manage")
  const mayRun = useMay("run")
  const act = useAct<{ set_up: SetUpView }>()
  const { saved, draft, isDirty, isSaving } = desk
  const needsRun = draft.history.answer === "bring" && saved.done.history === null
  const right = mayManage ? "run" : "manage"
  const { steps, faults } = missingIn({ ...saved, draft })
  const isReady = steps.length === 0 && faults === 0 && !isDirty && !isSaving
  const finish = () =>
    act.send({ path: FINISH, body: { version: saved.version } }, ({ set_up: view }) => {
      desk.take(view)
      onFinished(view.finished)
    })
  return (
    <>
      {act.error && (
        <div className="w-full">
          <Refusal error={act.error} right="manage" isAct onRetry={act.again} />
        </div>
      )}
      <GuardedButton
        right={right}
        allowed={mayManage && (mayRun || !needsRun)}
        variant="primary"
        data-finish=""
        aria-disabled={!isReady || act.isSending}
        aria-busy={act.isSending}
        onClick={() => isReady && !act.isSending && finish()}
      >
        {t(act.isSending ? "setUp.review.finishing" : "setUp.review.finish")}
      </GuardedButton>
    </>
  )
}
