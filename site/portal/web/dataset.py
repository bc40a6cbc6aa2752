"""What a page of an indicator says to search engines for data (schema.org Dataset)."""

from collections.abc import Mapping

from portal.model.indicator import Indicator
from portal.model.settings import Settings

_FILES = ((".csv", "text/csv"), (".json", "application/json"))


def dataset(indicator: Indicator, settings: Settings) -> Mapping[str, object]:
    """An indicator as a Dataset, with its files; the time that it covers where its periods are stated."""
    words, base = settings.of(indicator.language), settings.url
    made: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.name,
        "description": indicator.definition,
        "url": base + indicator.address,
        "identifier": indicator.id,
        "inLanguage": indicator.language,
        "isAccessibleForFree": True,
        "publisher": {"@type": "GovernmentOrganization", "name": words.publisher or words.name},
        "variableMeasured": {"@type": "PropertyValue", "name": indicator.name, "unitText": indicator.unit},
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": f"{base}/chi-tieu/{indicator.id}{ending}",
            }
            for ending, media in _FILES
        ],
    }
    held = [one.period for one in indicator.observations if one.period.stated]
    if held:
        first, last = min(one.first for one in held), max(one.last for one in held)
        made["temporalCoverage"] = f"{first.isoformat()}/{last.isoformat()}"
    return made
