import { RadioGroup, Text } from "@medusajs/ui"
import { Choice } from "../../account/acts/fields"
import { useListSpeech } from "../../lists/use-list-speech"
import { ChoiceBox } from "../../../ui/choice-box"
import { counted } from "../run-words"
import { MOST_NAMED, type Draft, type Who } from "./draft"
import { useCustomersOf, useGroups } from "./use-groups"

interface WhoFieldProps {
  readonly draft: Draft
  readonly change: (next: Partial<Draft>) => void
  /** How many accounts the page before listed. */
  readonly listed: number
  /** How many there are; undefined while that is not known. */
  readonly all: number | undefined
}

const WHO: readonly Who[] = ["all", "group", "list"]

/** Whose accounts a run is about. */
export function WhoField({ draft, change, listed, all }: WhoFieldProps) {
  const words = useListSpeech()
  const { t, locale } = words
  const label = (who: Who): string => {
    if (who === "list") return counted(words, "runs.fresh.list", { count: listed })
    return who === "all" && all !== undefined && all > 1
      ? t("runs.fresh.allOf", { n: all.toLocaleString(locale) })
      : t(`runs.fresh.${who}`)
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{t("runs.fresh.who")}</legend>
      <RadioGroup
        aria-label={t("runs.fresh.who")}
        className="gap-2"
        value={draft.who}
        onValueChange={(who) => change({ who: WHO.find((one) => one === who) ?? "all" })}
      >
        {WHO.filter((who) => who !== "list" || listed > 0).map((who) => (
          <ChoiceBox key={who} value={who} label={label(who)} />
        ))}
      </RadioGroup>
      {draft.who === "group" && <GroupField group={draft.group} onChoose={(group) => change({ group })} />}
    </fieldset>
  )
}

function GroupField({
  group,
  onChoose,
}: {
  readonly group: string
  readonly onChoose: (id: string) => void
}) {
  const { t, locale } = useListSpeech()
  const { data: groups, error } = useGroups(true)
  const customers = useCustomersOf(group)
  const count = customers.data?.length
  const said =
    error || customers.error
      ? t("runs.fresh.groupNotRead")
      : groups?.length === 0
        ? t("runs.fresh.groupNone")
        : count === 0
          ? t("runs.fresh.groupEmpty")
          : count !== undefined && count > MOST_NAMED
            ? t("runs.fresh.groupLarge", { n: MOST_NAMED.toLocaleString(locale) })
            : null
  return (
    <>
      <Choice
        label={t("runs.fresh.groupName")}
        value={group}
        onChange={onChoose}
        choices={[
          ["", t("runs.fresh.groupChoose")],
          ...(groups ?? []).map(({ id, name }) => [id, name] as const),
        ]}
      />
      <div aria-live="polite">
        {said !== null && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {said}
          </Text>
        )}
      </div>
    </>
  )
}
