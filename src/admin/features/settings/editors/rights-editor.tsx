import { useState } from "react"
import type { SettingValue } from "../../../../types/http"
import { RIGHTS, type Right } from "../../../../types/rights"
import { useWords } from "../../../lib/use-words"
import { Tick } from "./fields"
import { useHostNames } from "./host-names"
import { isListed, listedWith, peopleOf, type Person } from "./lists-of-people"
import { partsOf, textsOf, type EditorProps } from "./types"

/** Each right: everybody's, or of those who are ticked. */
export function RightsEditor({ seen, value, onChange }: EditorProps) {
  const lists = listsOf(value)
  // Who was listed when this was opened stays in sight, also once taken off.
  const [began] = useState(lists)
  const [users, keys] = [useHostNames("users"), useHostNames("keys")]
  const people = peopleOf([...(users ?? []), ...(keys ?? [])], began, seen.names)
  return (
    <>
      {RIGHTS.map((right) => (
        <Holders
          key={right}
          right={right}
          people={people}
          list={lists[right]}
          onList={(list) => {
            const { [right]: _, ...others } = lists
            onChange(list === undefined ? others : { ...others, [right]: list })
          }}
        />
      ))}
    </>
  )
}

interface HoldersProps {
  readonly right: Right
  readonly people: readonly Person[]
  /** Undefined of a right that is everybody's. */
  readonly list: readonly string[] | undefined
  readonly onList: (list: readonly string[] | undefined) => void
}

function Holders({ right, people, list, onList }: HoldersProps) {
  const { t } = useWords()
  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2" data-right={right}>
      <legend className="reconciliation-rights-name txt-compact-small-plus text-ui-fg-base">
        {t(`rights.${right}`)}
      </legend>
      <Tick
        label={t("settings.field.everyone")}
        value={list === undefined}
        // Nobody loses it by that: who shall not have it is unticked.
        onChange={(isAll) => onList(isAll ? undefined : people.flatMap(({ ids }) => ids.slice(0, 1)))}
      />
      {list && (
        <div className="reconciliation-rights-people">
          {people.map((person) => (
            <Tick
              key={person.ids[0]}
              label={person.name}
              value={isListed(list, person)}
              onChange={(isOn) => onList(listedWith(list, person, isOn))}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

const listsOf = (value: SettingValue | undefined): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(partsOf(value)).map(([right, who]) => [right, textsOf(who)]))
