"""Pictures and other files that are published as they were prepared."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asset:
    """A file ready to be published: where its bytes lie, and where they will be found."""

    address: str
    file: Path
    media: str
    size: int
    digest: str

    @property
    def marked(self) -> tuple[object, ...]:
        """What of it can change a page: not where its bytes lie."""
        return (self.address, self.media, self.size, self.digest)


@dataclass(frozen=True, slots=True)
class Variant:
    """One size of a picture; width and height in pixels."""

    asset: Asset
    width: int
    height: int

    @property
    def address(self) -> str:
        """The address of its bytes."""
        return self.asset.address


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what is said of it; `variants` go from the narrowest to the widest, at least one.

    `avif` has the same widths in a smaller form, where the picture leads its text. `alt` says what is to be
    seen (WCAG 1.1.1); it is never empty in content.
    """

    variants: tuple[Variant, ...]
    fallback: Variant
    alt: str
    caption: str = ""
    credit: str = ""
    avif: tuple[Variant, ...] = ()

    @property
    def width(self) -> int:
        """Width of the fallback in pixels."""
        return self.fallback.width

    @property
    def height(self) -> int:
        """Height of the fallback in pixels."""
        return self.fallback.height

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Media type and `srcset` of each form but the fallback, the smallest in bytes first."""
        forms = (form for form in (self.avif, self.variants) if form and form != (self.fallback,))
        return tuple((form[0].asset.media, _srcset(form)) for form in forms)

    @property
    def srcset(self) -> str:
        """The value of `srcset` of the form that all browsers know; empty where that is the fallback's."""
        return _srcset(self.variants) if self.variants != (self.fallback,) else ""


def _srcset(variants: tuple[Variant, ...]) -> str:
    return ", ".join(f"{variant.address} {variant.width}w" for variant in variants)
