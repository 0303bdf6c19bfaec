import type { FaultsWords } from "../en/faults"

export const faultsFr: FaultsWords = {
  errors: {
    network: { title: "Le serveur est injoignable", remedy: "Vérifiez votre connexion et réessayez." },
    forbidden: {
      title: "Vous ne pouvez pas consulter le rapprochement",
      remedy: "Demandez à un administrateur le droit de voir les rapprochements.",
    },
    notFound: {
      title: "Cette commande est introuvable",
      remedy: "Rechargez la page ; la commande a peut-être été supprimée.",
    },
    server: {
      title: "Le rapprochement n’a pas pu être chargé",
      remedy: "Réessayez ; si cela persiste, cherchez cette erreur dans le journal du serveur.",
    },
    act: {
      network: {
        title: "Aucune réponse : cela a peut-être été fait",
        remedy:
          "Rien de ce qui a été saisi n’est perdu. Réessayer envoie exactement la même chose, qui n’est faite qu’une fois.",
      },
      server: {
        title: "Cela n’a pas pu être fait",
        remedy:
          "Rien de ce qui a été saisi n’est perdu. Réessayer envoie exactement la même chose, qui n’est faite qu’une fois ; si cela persiste, cherchez cette erreur dans le journal du serveur.",
      },
    },
    code: "Code :",
    retry: "Réessayer",
  },
}
