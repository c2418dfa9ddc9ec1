"""The tables of newsrooms, a file for each subject.

What does not live here: their public form (`document.py`) and the releases in a newsroom (`cms.releases`).
"""

from cms.newsroom.models.boilerplates import Boilerplate as Boilerplate
from cms.newsroom.models.channels import Channel as Channel
from cms.newsroom.models.newsrooms import Frontend as Frontend
from cms.newsroom.models.newsrooms import NewsroomChannel as NewsroomChannel
from cms.newsroom.models.newsrooms import NewsroomContact as NewsroomContact
from cms.newsroom.models.newsrooms import NewsroomPage as NewsroomPage
from cms.newsroom.models.people import Person as Person
from cms.newsroom.models.people import PersonChannel as PersonChannel
from cms.newsroom.models.topics import Topic as Topic
