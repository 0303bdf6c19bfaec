import { RadioGroup } from "@medusajs/ui"
import { useWords } from "../../../lib/use-words"
import { ChoiceBox } from "../../../ui/choice-box"
import { choiceWords } from "../value-words"

interface ChoicesProps {
  /** The option that is chosen for. */
  readonly name: string
  readonly label: string
  readonly among: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Radio cards of an option's choices, each with what it means where there is more to say. */
export function Choices({ name, label, among, value, onChange }: ChoicesProps) {
  const words = useWords()
  return (
    <RadioGroup value={value} onValueChange={onChange} aria-label={label} className="flex flex-col gap-y-2">
      {among.map((choice) => {
        const why = `settings.why.${name}.${choice}`
        return (
          <ChoiceBox
            key={choice}
            value={choice}
            label={choiceWords(words, name, choice)}
            about={words.has(why) ? words.t(why) : undefined}
          />
        )
      })}
    </RadioGroup>
  )
}
