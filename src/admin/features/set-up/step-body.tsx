import { ErrorState } from "../../ui/error-state"
import type { StepProps } from "./column"
import { HistoryStep } from "./history/history-step"
import { OpeningStep } from "./opening/opening-step"
import { ReviewStep } from "./review-step"
import { RulesStep } from "./rules/rules-step"
import { SetUpLoading } from "./set-up-loading"
import { StartStep } from "./start-step"
import type { Desk } from "./use-desk"
import { useSettings } from "./use-settings"

/** The step that is open, once the settings are known from which it begins. */
export function StepBody({ desk }: { readonly desk: Desk }) {
  const { data, error, refetch } = useSettings()
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <SetUpLoading />
  return <Step desk={desk} settings={data} />
}

function Step(props: StepProps) {
  switch (props.desk.step) {
    case "start":
      return <StartStep {...props} />
    case "opening":
      return <OpeningStep {...props} />
    case "rules":
      return <RulesStep {...props} />
    case "history":
      return <HistoryStep {...props} />
    case "review":
      return <ReviewStep {...props} />
  }
}
