"""The tables of syndication, a file for each subject."""

from cms.syndication.models.endpoints import Attempt as Attempt
from cms.syndication.models.endpoints import Delivery as Delivery
from cms.syndication.models.endpoints import DeliveryState as DeliveryState
from cms.syndication.models.endpoints import Endpoint as Endpoint
from cms.syndication.models.endpoints import EndpointSecret as EndpointSecret
from cms.syndication.models.endpoints import EndpointState as EndpointState
from cms.syndication.models.endpoints import Failure as Failure
from cms.syndication.models.endpoints import Payload as Payload
from cms.syndication.models.endpoints import StateReason as StateReason
from cms.syndication.models.keys import ItemKey as ItemKey
from cms.syndication.models.partners import AssetUse as AssetUse
from cms.syndication.models.partners import Partner as Partner
from cms.syndication.models.partners import PartnerKey as PartnerKey
from cms.syndication.models.pings import FeedPing as FeedPing
from cms.syndication.models.placements import Placement as Placement
from cms.syndication.models.placements import PlacementTopic as PlacementTopic
from cms.syndication.models.shares import ShareCount as ShareCount
from cms.syndication.models.use import PartnerUse as PartnerUse
from cms.syndication.models.use import Receipt as Receipt
