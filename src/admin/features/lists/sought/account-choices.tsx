import { useState } from "react"
import { useSettled } from "../../../lib/use-settled"
import { accountName } from "../../account/list/account-name"
import { Field } from "../../account/acts/fields"
import { useListView } from "../list-context"
import { useListSpeech } from "../use-list-speech"
import { Choice, Nothing } from "./choice"
import { LONGEST_QUERY, type Filters } from "./sought"
import { useAccountsCalled } from "./use-choices"

/** Accounts by their owner's name; an owner has one in each currency. */
export function AccountChoices({ onChoose }: { readonly onChoose: (next: Partial<Filters>) => void }) {
  const words = useListSpeech()
  const { t } = words
  const { sought } = useListView()
  const [written, setWritten] = useState("")
  const { data, error } = useAccountsCalled(useSettled(written.trim()))
  return (
    <>
      <div className="px-2 py-1.5">
        <Field
          label={t("lists.filters.find")}
          value={written}
          maxLength={LONGEST_QUERY}
          onChange={setWritten}
        />
      </div>
      {data && data.length > 0 ? (
        data.map((one) => (
          <Choice
            key={one.id}
            isOn={sought.account === one.id}
            onChoose={() => onChoose({ account: one.id })}
          >
            {`${accountName(one, words)} · ${one.currency_code.toUpperCase()}`}
          </Choice>
        ))
      ) : (
        <Nothing isFailed={error !== null} isWaiting={!data && !error} />
      )}
    </>
  )
}
