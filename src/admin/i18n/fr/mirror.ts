import type { MirrorWords } from "../en/mirror"

export const mirrorFr: MirrorWords = {
  mirror: {
    all: "Tout l’argent absent des commandes de la boutique",
    about:
      "Argent enregistré ici que les commandes de la boutique ne comptent pas encore, ou refusent. Il est dans ces livres de toute façon.",
    aboutRefused: "Argent enregistré ici que les commandes de la boutique refusent de compter.",
    none: "La boutique compte tout",
    noneRefused: "La boutique ne refuse rien",
    noneText: "Tout l’argent enregistré ici est aussi un paiement de sa commande dans la boutique.",
    order: "Commande #{{id}}",
    ofDay: "argent du {{date}}",
    since: "Depuis le {{when}}.",
    next: "Prochain essai le {{when}}.",
    retryOf: "Réessayer maintenant : commande #{{id}}",
    retry: "Réessayer maintenant",
    retryFailed: "Impossible de réessayer.",
    what: {
      wanted: "{{amount}} de {{payment}} sont en route vers la commande de la boutique.",
      withdrawing: "{{amount}} de {{payment}} sont en cours de retrait de la commande de la boutique.",
      failing: "La boutique n’a pas pris {{amount}} de {{payment}} ; {{count}} essais jusqu’ici.",
      order_cancelled:
        "{{amount}} de {{payment}} : la commande est annulée, la boutique n’en compte aucun paiement.",
      order_draft: "{{amount}} de {{payment}} : la commande est un brouillon et ne doit encore rien.",
      nothing_open: "{{amount}} de {{payment}} : la commande de la boutique ne doit plus rien.",
    },
    cure: {
      wanted: "Cela prend un instant ; il n’y a rien à faire.",
      withdrawing: "Cela prend un instant ; il n’y a rien à faire.",
      failing:
        "Un nouvel essai se fait de lui-même, de plus en plus rarement. Si cela dure, prévenez la personne qui gère la boutique.",
      order_cancelled:
        "Retirez l’argent de cette commande : il reste sur le compte du client, à utiliser ou à rembourser.",
      order_draft: "Il sera compté dès que le brouillon deviendra une commande.",
      nothing_open:
        "Quelqu’un l’a aussi payée dans la boutique. Si c’est le même argent, retirez-le de cette commande.",
    },
  },
}
