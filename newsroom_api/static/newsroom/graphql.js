// A page for trying queries, without anything from another site.
const form = document.getElementById("request");
const answer = document.getElementById("answer");
const status = document.getElementById("status");

async function ask(body) {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    credentials: "omit",
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

async function run(event) {
  event.preventDefault();
  const started = performance.now();
  try {
    const variables = JSON.parse(document.getElementById("variables").value || "{}");
    const [code, content] = await ask({ query: document.getElementById("query").value, variables });
    status.textContent = `${code}, ${Math.round(performance.now() - started)} ms`;
    answer.textContent = JSON.stringify(content, null, 2);
  } catch (error) {
    status.textContent = String(error);
  }
}

const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const SCHEMA = `{ __schema { types { kind name description
  fields { name description type { ${TYPE} } args { name description type { ${TYPE} } } }
  inputFields { name description type { ${TYPE} } }
  enumValues { name description }
  possibleTypes { name } } } }`;

function typeText(type) {
  if (type.kind === "NON_NULL") return `${typeText(type.ofType)}!`;
  if (type.kind === "LIST") return `[${typeText(type.ofType)}]`;
  return type.name;
}

function entry(list, term, description) {
  const dt = list.appendChild(document.createElement("dt"));
  dt.appendChild(document.createElement("code")).textContent = term;
  list.appendChild(document.createElement("dd")).textContent = description || "";
}

async function describe() {
  const [, content] = await ask({ query: SCHEMA });
  const place = document.getElementById("schema");
  place.replaceChildren();
  for (const type of content.data.__schema.types.filter((each) => !each.name.startsWith("__"))) {
    const details = place.appendChild(document.createElement("details"));
    details.appendChild(document.createElement("summary")).textContent = `${type.kind.toLowerCase()} ${type.name}`;
    details.appendChild(document.createElement("p")).textContent = type.description || "";
    const list = details.appendChild(document.createElement("dl"));
    for (const field of type.fields || type.inputFields || []) {
      entry(list, `${field.name}: ${typeText(field.type)}`, field.description);
      for (const argument of field.args || []) {
        entry(list, `  ${field.name}(${argument.name}: ${typeText(argument.type)})`, argument.description);
      }
    }
    for (const value of type.enumValues || []) entry(list, value.name, value.description);
    if (type.kind === "UNION") entry(list, type.possibleTypes.map((each) => each.name).join(" | "), "");
  }
}

form.addEventListener("submit", run);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) run(event);
});
document.getElementById("describe").addEventListener("click", describe);
