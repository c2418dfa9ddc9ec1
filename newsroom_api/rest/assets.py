"""Assets and press kits: lists, whole items, their public history."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from cms.ledger.document import ItemType
from cms.library.document import Asset, Audio, Document, Image, PressKit, Video
from newsroom_api.rest import answers
from newsroom_api.rest.answers import ShownPressKit, card_model, detail_model, list_model, selection_model
from newsroom_api.rest.base import ItemEditionsView
from newsroom_api.rest.formats import FormattedDetailView, FormattedListView, formatted
from newsroom_api.rest.parameters import AssetsQuery, PressKitsQuery, Query, selecting

AssetCard: Any = Annotated[
    card_model(Image) | card_model(Video) | card_model(Audio) | card_model(Document),
    Field(discriminator="file_type"),
]
AssetSelection = selection_model(Image, Video, Audio, Document, of=Asset)
ASSET_FIELDS = [name for name in AssetSelection.model_fields if name != "snippet"]
PressKitSelection = selection_model(PressKit)


class AssetListView(FormattedListView):
    """List public assets. Where one is used, the list of releases tells with `file`: the asset's `file_id`."""

    operation, tag = "list_assets", "assets"
    type = ItemType.ASSET
    document = Asset
    query = formatted(selecting(AssetsQuery, ASSET_FIELDS))
    answer_model = list_model("AssetList", AssetCard | AssetSelection)


class AssetView(FormattedDetailView):
    """Read a public asset: an image, a video, a sound or a document."""

    operation, tag = "read_asset", "assets"
    type = ItemType.ASSET
    document = Asset
    query = formatted(selecting(Query, ASSET_FIELDS))
    answer_model = detail_model(answers.Asset, AssetSelection)


class AssetEditionsView(ItemEditionsView):
    """List the public history of an asset, oldest first, its withdrawal included."""

    operation, tag = "list_asset_editions", "assets"
    type = ItemType.ASSET


class PressKitListView(FormattedListView):
    """List public press kits."""

    operation, tag = "list_press_kits", "press-kits"
    type = ItemType.PRESS_KIT
    document = PressKit
    query = formatted(selecting(PressKitsQuery, answers.field_names(PressKit)))
    answer_model = list_model("PressKitList", card_model(PressKit) | PressKitSelection)


class PressKitView(FormattedDetailView):
    """Read a public press kit."""

    operation, tag = "read_press_kit", "press-kits"
    type = ItemType.PRESS_KIT
    document = PressKit
    query = formatted(selecting(Query, answers.field_names(PressKit)))
    answer_model = detail_model(ShownPressKit, PressKitSelection)


class PressKitEditionsView(ItemEditionsView):
    """List the public history of a press kit, oldest first, its withdrawal included."""

    operation, tag = "list_press_kit_editions", "press-kits"
    type = ItemType.PRESS_KIT
