/**
 * The customers, each with the address their orders go to. All invented.
 * @type {Record<string, [string, string, Record<string, string>]>}
 */
const PEOPLE = {
  maya: [
    "Maya",
    "Lindqvist",
    {
      address_1: "418 NW Flanders Street",
      city: "Portland",
      province: "us-or",
      postal_code: "97209",
      country_code: "us",
    },
  ],
  james: [
    "James",
    "Okafor",
    {
      address_1: "77 Charles Street",
      city: "Boston",
      province: "us-ma",
      postal_code: "02114",
      country_code: "us",
    },
  ],
  rosa: [
    "Rosa",
    "Delgado",
    {
      address_1: "2300 Broadway",
      city: "Oakland",
      province: "us-ca",
      postal_code: "94612",
      country_code: "us",
    },
  ],
  priya: [
    "Priya",
    "Raman",
    {
      address_1: "905 SE Morrison Street",
      city: "Portland",
      province: "us-or",
      postal_code: "97214",
      country_code: "us",
    },
  ],
  grace: [
    "Grace",
    "Whitaker",
    {
      company: "Alder Creek Primary School",
      address_1: "60 Alder Creek Road",
      city: "Eugene",
      province: "us-or",
      postal_code: "97401",
      country_code: "us",
    },
  ],
  nadia: [
    "Nadia",
    "Haddad",
    {
      company: "Charles River Youth Strings",
      address_1: "210 Western Avenue",
      city: "Boston",
      province: "us-ma",
      postal_code: "02134",
      country_code: "us",
    },
  ],
  tomas: [
    "Tomás",
    "Herrera",
    {
      address_1: "1420 Willamette Street",
      city: "Eugene",
      province: "us-or",
      postal_code: "97401",
      country_code: "us",
    },
  ],
  chloe: [
    "Chloé",
    "Fontaine",
    { address_1: "14 rue Mercière", city: "Lyon", postal_code: "69002", country_code: "fr" },
  ],
  jonas: [
    "Jonas",
    "Weber",
    { address_1: "Kastanienallee 31", city: "Berlin", postal_code: "10435", country_code: "de" },
  ],
  giulia: [
    "Giulia",
    "Romano",
    { address_1: "Via Solferino 9", city: "Milano", postal_code: "20121", country_code: "it" },
  ],
  aoife: [
    "Aoife",
    "Byrne",
    { address_1: "8 Drury Street", city: "Dublin", postal_code: "D02 W890", country_code: "ie" },
  ],
  hiroshi: [
    "Hiroshi",
    "Tanaka",
    { address_1: "2-4-9 Minamihorie", city: "Osaka", postal_code: "550-0015", country_code: "jp" },
  ],
  noura: [
    "Noura",
    "Al-Mutairi",
    { address_1: "Salem Al-Mubarak Street 21", city: "Salmiya", postal_code: "22001", country_code: "kw" },
  ],
}

/**
 * @param {string} first
 * @param {string} last
 */
const emailOf = (first, last) =>
  `${first}.${last}@example.com`
    .normalize("NFD")
    .replace(/[^\x21-\x7e]/g, "")
    .toLowerCase()

/**
 * Registers everybody through the store API.
 * @param {import("../lib/types.js").Client} store
 * @returns {Promise<Record<string, import("../lib/types.js").Person>>} by key
 */
export /**
 * @param {import("../lib/types.js").Client} store
 * @param {[string, [string, string, Record<string, string>]]} entry
 * @returns {Promise<[string, import("../lib/types.js").Person]>}
 */
async function registerPeople(store) {
  const entries = await Promise.all(Object.entries(PEOPLE).map((entry) => register(store, entry)))
  return Object.fromEntries(entries)
}

/**
 * @param {import("../lib/types.js").Client} store
 * @param {[string, [string, string, Record<string, string>]]} entry
 * @returns {Promise<[string, import("../lib/types.js").Person]>}
 */
async function register(store, [key, [first_name, last_name, address]]) {
  const email = emailOf(first_name, last_name)
  const login = { email, password: `${key}-plays-music` }
  const { token: registration } = await store.post("/auth/customer/emailpass/register", login)
  const { customer } = await store
    .with({ authorization: `Bearer ${registration}` })
    .post("/store/customers", { email, first_name, last_name, company_name: address["company"] })
  const { token } = await store.post("/auth/customer/emailpass", login)
  const client = store.with({ authorization: `Bearer ${token}` })
  return [key, { id: customer.id, email, address: { first_name, last_name, ...address }, store: client }]
}
