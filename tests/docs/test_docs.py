"""What the documentation says of settings and commands is true, and complete."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from graphql import FieldNode, OperationDefinitionNode, SelectionSetNode, build_schema, parse, validate

from cms.conf import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
OWN_ENVIRONMENT = {  # read by docker-compose.yml alone
    "PORT",
    "POSTGRES_PASSWORD",
    "FRONTEND_PORT",
    "FRONTEND_URL",
    "FRONTEND_KEY",
    "FRONTEND_WEBHOOK_SECRETS",
}
OF_BOTO3 = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}  # read by boto3 itself
OF_DJANGO = {"DJANGO_SETTINGS_MODULE"}
VARIABLE = re.compile(r"#?([A-Z][A-Z0-9_]+)=")


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def read_by_settings() -> set[str]:
    """Every name given to a method of `env` in the settings, and one for each name of the NEWSROOM dict."""
    names = {f"NEWSROOM_{name}" for name in SETTINGS if name != "BASE_URL"}
    for module in ("base", "demo", "production"):
        for node in ast.walk(ast.parse(text(f"cms/project/settings/{module}.py"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "env"
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(node.args[0].value)
    return names


def in_example() -> list[str]:
    """The variables of .env.example, set or commented out, in order."""
    return [found[1] for line in text(".env.example").splitlines() if (found := VARIABLE.match(line))]


def test_reading_the_settings_finds_what_is_known_to_be_there():
    assert {
        "SECRET_KEY",
        "DATABASE_URL",
        "S3_VAULT_BUCKET",
        "NEWSROOM_PAGE_SIZE",
        "SITE_NAME",
    } <= read_by_settings()


def test_env_example_lists_every_variable_once():
    listed = in_example()
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == read_by_settings() | OWN_ENVIRONMENT | OF_BOTO3 | OF_DJANGO


def test_env_example_explains_every_variable():
    """A comment stands above each variable, or above the group of variables that it belongs to."""
    unexplained = []
    previous = ""
    for line in text(".env.example").splitlines():
        if VARIABLE.match(line) and not (previous.startswith("# ") or VARIABLE.match(previous)):
            unexplained.append(line)
        previous = line
    assert unexplained == ["POSTGRES_PASSWORD="]  # its heading says it all


def test_docs_list_every_variable_and_every_newsroom_setting():
    documented = set(re.findall(r"^\| `([A-Z][A-Z0-9_]+)` \|", text("docs/settings.md"), re.MULTILINE))
    of_the_dict = {f"NEWSROOM_{name}" for name in SETTINGS}
    assert documented == set(in_example()) - of_the_dict | set(SETTINGS)


@pytest.mark.parametrize("name", SETTINGS)
def test_docs_give_the_meaning_of_a_newsroom_setting(name):
    part = text("docs/settings.md").partition("## The `NEWSROOM` dict")[2]
    row = next(line for line in part.splitlines() if line.startswith(f"| `{name}` |"))
    assert SETTINGS[name].meaning.replace("|", "\\|") in row


def test_compose_takes_its_variables_from_env_example_and_holds_no_secret():
    source = text("docker-compose.yml")
    used = set(re.findall(r"\$\{([A-Z0-9_]+)", source))
    assert used <= set(in_example())
    services = yaml.safe_load(source)["services"]
    others = {"frontend"}  # reads no setting of ours: its README explains its own
    given = {
        name for key, each in services.items() if key not in others for name in each.get("environment", {})
    }
    assert given - set(in_example()) == {"POSTGRES_USER", "POSTGRES_DB"}
    secret = re.compile(r"KEY|PASSWORD|SECRET")
    for service in services.values():
        for name, value in service.get("environment", {}).items():
            assert not secret.search(name) or value.startswith("${")


def test_compose_runs_what_the_issue_of_production_needs():
    services = yaml.safe_load(text("docker-compose.yml"))["services"]
    assert sorted(services) == ["frontend", "postgres", "prepare", "redis", "s3", "web", "worker"]
    for name, service in services.items():
        assert name == "prepare" or "healthcheck" in service
        assert "build" in service or re.search(r":\d+\.\d+", service["image"])
    assert "seaweedfs" in services["s3"]["image"]
    origins = services["frontend"]["environment"]["MEDIA_ORIGINS"]  # else its policy keeps all pictures out
    assert origins == "${S3_PUBLIC_ENDPOINT_URL:-},${S3_SHELF_URL:-}"


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/operations.md", "docs/architecture.md"]
)
def test_commands_named_in_the_docs_exist(page):
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    named = set(
        re.findall(r"\bmake ([a-z-]+)", " ".join(re.findall(r"`[^`]+`|```.*?```", text(page), re.DOTALL)))
    )
    assert named <= targets
    commands = {path.stem for path in ROOT.glob("*/*/management/commands/*.py")}
    named = set(re.findall(r"manage\.py ([a-z_]+)", text(page)))
    assert named <= commands | {
        "migrate",
        "createsuperuser",
        "collectstatic",
        "check",
        "makemigrations",
        "shell",
    }


def test_readme_needs_two_commands():
    assert re.findall(r"^(make [a-z]+)$", text("README.md"), re.MULTILINE) == ["make demo", "make test"]


def shape(selections: SelectionSetNode | None) -> dict[str, Any] | None:
    """The names of the fields that a query asks for, nested as its answer is."""
    if selections is None:
        return None
    fields = [node for node in selections.selections if isinstance(node, FieldNode)]
    return {field.name.value: shape(field.selection_set) for field in fields}


def fits(answer: Any, wanted: dict[str, Any] | None) -> bool:
    """Whether an answer has exactly the fields asked for, in their order."""
    if isinstance(answer, list):
        return all(fits(each, wanted) for each in answer)
    if wanted is None or answer is None:
        return not isinstance(answer, dict)
    return list(answer) == list(wanted) and all(fits(answer[name], inner) for name, inner in wanted.items())


def test_readme_shows_a_query_of_the_schema_and_its_answer():
    query = parse(re.findall(r"```graphql\n(.*?)```", text("README.md"), re.DOTALL)[0])
    answer = json.loads(re.findall(r"```json\n(.*?)```", text("README.md"), re.DOTALL)[0])
    assert validate(build_schema(text("frontend_contract/schema.graphql")), query) == []
    assert list(answer) == ["data"]
    (operation,) = query.definitions
    assert isinstance(operation, OperationDefinitionNode)
    assert fits(answer["data"], shape(operation.selection_set))
    assert not fits(answer["data"] | {"more": 1}, shape(operation.selection_set))


def test_links_between_the_documents_lead_somewhere():
    broken = []
    for page in [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
        *ROOT.glob("docs/**/*.md"),
    ]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []
