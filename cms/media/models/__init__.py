"""The tables of media, a file for each subject.

Originals and copies are in the vault, under addresses that cannot be guessed.
"""

from cms.media.models.assets import AI_SOURCES as AI_SOURCES
from cms.media.models.assets import Asset as Asset
from cms.media.models.assets import NewsroomFile as NewsroomFile
from cms.media.models.assets import NewsroomImage as NewsroomImage
from cms.media.models.assets import NewsroomMedia as NewsroomMedia
from cms.media.models.assets import NewsroomRendition as NewsroomRendition
from cms.media.models.copies import SHELF_NAME_LENGTH as SHELF_NAME_LENGTH
from cms.media.models.copies import Derivative as Derivative
from cms.media.models.copies import ShelfFile as ShelfFile
from cms.media.models.paths import file_path as file_path
from cms.media.models.paths import media_path as media_path
from cms.media.models.paths import poster_path as poster_path
from cms.media.models.paths import unguessable_path as unguessable_path
from cms.media.models.uploads import Upload as Upload
