import { XMark } from "@medusajs/icons"
import { FocusModal, IconButton, Kbd, ProgressTabs, Text } from "@medusajs/ui"
import { useEffect, useState, type ReactNode } from "react"
import { useNavigate } from "react-router-dom"
import type { SetUpDraft, SetUpView } from "../../../types/http"
import { overviewPath } from "../../lib/paths"
import { useWords } from "../../lib/use-words"
import { ErrorState } from "../../ui/error-state"
import { LeaveGuard } from "../../ui/leave-guard"
import { NoRight } from "../../ui/no-right"
import { Stylesheet } from "../../ui/stylesheet"
import { ListStyles } from "../lists/styles"
import { RunStyles } from "../runs/styles"
import { ConflictChoice } from "./conflict-choice"
import { statusOf, STEPS } from "./draft"
import { Finished } from "./finished"
import { SetUpFoot } from "./set-up-foot"
import { SetUpLoading } from "./set-up-loading"
import { StepBody } from "./step-body"
import { SetUpStyles } from "./styles"
import { useDesk, useSetUp, type Desk } from "./use-desk"

/** The set-up, over the whole screen: five steps, each kept as it is answered, and in force when it is finished. */
export default function SetUpPage() {
  const { data, error, refetch } = useSetUp()
  const navigate = useNavigate()
  const leave = () => void navigate(overviewPath)
  if (data) return <AtDesk initial={data} />
  const isForbidden = error?.status === 401 || error?.status === 403
  return (
    <Screen onClose={leave}>
      {!error && <SetUpLoading />}
      {isForbidden && <NoRight right="view" />}
      {error && !isForbidden && <ErrorState error={error} onRetry={() => void refetch()} />}
    </Screen>
  )
}

function AtDesk({ initial }: { readonly initial: SetUpView }) {
  const navigate = useNavigate()
  const desk = useDesk(initial)
  const [leaving, setLeaving] = useState<{ readonly draft: SetUpDraft } | null>(null)
  const [finished, setFinished] = useState<SetUpView["finished"]>(null)
  const { isDirty, error, conflict } = desk
  const isStuck = error !== null || conflict !== null
  // What was answered is kept before the page is left; what cannot be kept is asked about.
  // Who stays after all and answers on is not taken away later.
  const goes = leaving !== null && leaving.draft === desk.draft && (!isDirty || isStuck)
  useEffect(() => {
    if (goes && leaving) void navigate(overviewPath)
  }, [goes, leaving, navigate])
  const close = () => {
    desk.save()
    setLeaving({ draft: desk.draft })
  }
  if (finished)
    return (
      <Screen onClose={() => void navigate(overviewPath)}>
        <Finished done={finished.done} />
      </Screen>
    )
  return (
    <Screen onClose={close} desk={desk}>
      <LeaveGuard unsaved={desk.unsaved.length} onSave={desk.save} />
      {conflict ? (
        <ProgressTabs.Content value={desk.step} className="flex min-h-0 flex-1 flex-col">
          <ConflictChoice key={conflict.theirs.version} desk={desk} conflict={conflict} />
        </ProgressTabs.Content>
      ) : (
        <>
          <ProgressTabs.Content
            value={desk.step}
            className="reconciliation-set-up-body"
            data-step={desk.step}
          >
            <StepBody desk={desk} />
          </ProgressTabs.Content>
          <SetUpFoot desk={desk} onFinished={setFinished} />
        </>
      )}
    </Screen>
  )
}

interface ScreenProps {
  readonly onClose: () => void
  /** Given where there are steps to go to. */
  readonly desk?: Desk
  readonly children: ReactNode
}

function Screen({ onClose, desk, children }: ScreenProps) {
  const { t } = useWords()
  const tabs = (
    <>
      <div className="reconciliation-set-up-head">
        <div className="reconciliation-set-up-close">
          <FocusModal.Close asChild>
            <IconButton size="small" variant="transparent" type="button" aria-label={t("setUp.close")}>
              <XMark aria-hidden />
            </IconButton>
          </FocusModal.Close>
          <Kbd>esc</Kbd>
        </div>
        {desk && <Steps desk={desk} />}
      </div>
      {children}
    </>
  )
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content
        data-reconciliation=""
        data-set-up=""
        onOpenAutoFocus={(event) => {
          // The dialog itself, so that its name is read out, and not its button to close.
          event.preventDefault()
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
        }}
      >
        <Stylesheet />
        <ListStyles />
        <RunStyles />
        <SetUpStyles />
        <FocusModal.Title asChild>
          <span className="sr-only">{t("setUp.title")}</span>
        </FocusModal.Title>
        <FocusModal.Description asChild>
          <span className="sr-only">{t("setUp.about")}</span>
        </FocusModal.Description>
        {desk ? (
          <ProgressTabs
            value={desk.step}
            activationMode="manual"
            onValueChange={(step) => desk.goTo(STEPS.find((one) => one === step) ?? "start")}
            className="flex min-h-0 flex-1 flex-col"
          >
            {tabs}
          </ProgressTabs>
        ) : (
          tabs
        )}
      </FocusModal.Content>
    </FocusModal>
  )
}

function Steps({ desk }: { readonly desk: Desk }) {
  const { t } = useWords()
  return (
    <ProgressTabs.List aria-label={t("setUp.list")} className="reconciliation-set-up-tabs">
      {STEPS.map((step) => (
        <ProgressTabs.Trigger
          key={step}
          value={step}
          status={statusOf(step, desk)}
          data-answered={statusOf(step, desk) === "completed" ? "" : undefined}
        >
          <Text as="span" size="small" leading="compact" weight="plus" data-word="">
            {t(`setUp.steps.${step}`)}
            {statusOf(step, desk) === "completed" && <span className="sr-only">, {t("setUp.done")}</span>}
          </Text>
        </ProgressTabs.Trigger>
      ))}
    </ProgressTabs.List>
  )
}
