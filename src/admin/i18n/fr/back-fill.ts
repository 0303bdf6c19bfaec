import type { backFillEn } from "../en/back-fill"

/** Ce que disent les traitements qui reprennent des commandes d’avant l’installation. */
export const backFillFr: typeof backFillEn = {
  backfill: {
    scope: "Commandes d’avant l’installation",
    scopeIn: "Commandes en {{currency}} d’avant l’installation",
    ownRule: "selon la règle de chaque commande",
    doing: "Reprise des anciennes commandes",
    things: "commandes",
    running: "{{done}} commandes sur {{accounts}}",
    changed_one: "{{n}} commande reprise",
    changed_other: "{{n}} commandes reprises",
    placedNote_one: "de {{n}} commande",
    placedNote_other: "de {{n}} commandes",
    orders: "Commandes reprises",
    idle_one: "{{n}} autre a été laissée",
    idle_other: "{{n}} autres ont été laissées",
    all: "sur {{n}} qui n’étaient pas connues",
    left: "Commandes laissées",
    why: {
      known: "Elle a été connue entre-temps.",
      gone: "La boutique ne l’a plus.",
      nothing_to_post: "Elle n’a rien à écrire.",
      failed: "Elle n’a pas pu être reprise.",
      changed: "Quelqu’un a déplacé une imputation depuis.",
      followed: "D’autres écritures ont suivi depuis.",
      instalment_bound: "Elle a des échéances prévues.",
      not_by_hand: "Un passage en perte ou une reprise en dépend.",
      order_moved: "Elle est maintenant sur un autre compte.",
    },
  },
}
