"""Layouts of older pages, and pages whose bytes or structure are at fault."""

from __future__ import annotations

from tests.pages.building import (
    Draft,
    esc,
    footer,
    head,
    json_ld,
    layout,
    nav,
    open_graph,
    paragraphs,
    teasers,
    written,
)
from tests.pages.stories import Story


@layout("table-layout")
def table_layout(story: Story) -> Draft:
    """1999: nested tables, font tags, no paragraphs but line breaks."""
    body = "<br><br>\n".join(esc(p) for p in story.paragraphs)
    links = "".join(
        f"<tr><td><font size=1><a href='{n}.html'>{name}</a></font></td></tr>"
        for n, name in enumerate(("Home", "World", "Sport"))
    )
    return Draft(
        f"<HTML><HEAD><TITLE>{esc(story.headline)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=750><TR><TD WIDTH=150><TABLE>{links}</TABLE></TD>"
        f"<TD WIDTH=600><FONT SIZE=5><B>{esc(story.headline)}</B></FONT><BR><FONT SIZE=1>{written(story.published)}<BR>By {esc(story.author)}</FONT>"
        f"<P><FONT FACE=Arial SIZE=2>{body}</FONT></TD></TR></TABLE><HR><CENTER><FONT SIZE=1>Copyright {story.published[:4]} {esc(story.outlet)}"
        "</FONT></CENTER></BODY></HTML>",
        body=story.paragraphs, neutral=(written(story.published),),
    )  # fmt: skip


@layout("breaks-in-one-div")
def breaks(story: Story) -> Draft:
    """All of the text in one div, parted by <br/>."""
    return Draft(
        f"<!DOCTYPE html><html>{head(story, open_graph(story))}<body>{nav('div', ' id=menu')}<div id='news'><h2 class='title'>{esc(story.headline)}"
        f"</h2><div class='txt'>{'<br/><br/>'.join(esc(p) for p in story.paragraphs)}</div></div>{footer(story, 'div', ' id=foot')}</body></html>",
        body=story.paragraphs,
    )


@layout("unclosed")
def unclosed(story: Story) -> Draft:
    """Tags that are never closed, attributes without quotes, no head."""
    return Draft(
        f"<title>{esc(story.headline)} - {esc(story.outlet)}</title><ul><li><a href=/>Home<li><a href=/w>World</ul><h1>{esc(story.headline)}</h1>"
        f"<p class=date>{written(story.published)}<div class=body>" + "".join(f"<p>{esc(p)}" for p in story.paragraphs) + "<hr><p>All rights reserved",
        body=story.paragraphs, neutral=(written(story.published),),
    )  # fmt: skip


@layout("windows-western")
def windows_western(story: Story) -> Draft:
    """Windows-1252 bytes with curly quotation marks, declared as iso-8859-1."""
    body = tuple(p.replace('"', "\u201d").replace("'", "\u2019") for p in story.paragraphs)
    text = (
        f"<!DOCTYPE html><html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><title>{esc(story.headline)}</title>"
        f"{open_graph(story)}</head><body>{nav('div')}<h1>{esc(story.headline)}</h1><div class='story'>"
        + "".join(f"<p>{esc(p)}</p>" for p in body)
        + f"</div>{footer(story, 'div')}</body></html>"
    )
    return Draft(text.encode("cp1252"), body=body)


@layout("utf8-declared-western")
def utf8_declared_western(story: Story) -> Draft:
    """UTF-8 bytes that the page declares as windows-1252."""
    body = tuple(p.replace('"', "\u201d").replace("'", "\u2019") for p in story.paragraphs)
    return Draft(
        f"<!DOCTYPE html><html><head><meta charset='windows-1252'><title>{esc(story.headline)}</title>{open_graph(story)}</head><body>{nav()}"
        f"<article><h1>{esc(story.headline)}</h1>"
        + "".join(f"<p>{esc(p)}</p>" for p in body)
        + f"</article>{footer(story)}</body></html>",
        body=body,
    )


@layout("written-twice")
def written_twice(story: Story) -> Draft:
    """UTF-8 that was taken for Windows Western and written as UTF-8 again."""
    body = tuple(
        p.replace('"', "\u201c").replace("'", "\u2019") + " It is \u2018so\u2019, they say \u2013 \u2018now\u2019."
        for p in story.paragraphs
    )
    text = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{esc(story.headline)}</title>{open_graph(story)}</head><body><h1>"
        f"{esc(story.headline)}</h1><div>" + "".join(f"<p>{esc(p)}</p>" for p in body) + "</div></body></html>"
    )
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    return Draft(twice.encode(), body=body, title=story.headline)


@layout("chinese-gbk-as-utf8")
def chinese(story: Story) -> Draft:
    """Chinese in GBK that declares UTF-8: landed, told as Chinese, not read as English."""
    sentence = "中央银行周四宣布维持基准利率不变，并表示物价上涨速度低于去年秋季的预期，市场预计五月将首次降息。"
    body = tuple(f"第{n}段，{sentence}" for n in ("一", "二", "三", "四", "五"))
    text = (
        "<!DOCTYPE html><html lang='zh-CN'><head><meta charset='utf-8'><title>央行维持利率不变</title></head><body><div class='nav'><a href='/'>首页</a></div>"
        "<h1>央行维持利率不变</h1><div class='article'>" + "".join(f"<p>{p}</p>" for p in body) + "</div></body></html>"
    )
    return Draft(text.encode("gbk"), body=body, title="央行维持利率不变", published=None, outlet=None, language="zh")


@layout("right-to-left")
def right_to_left(story: Story) -> Draft:
    """Arabic, written from right to left."""
    sentence = "أعلن البنك المركزي يوم الخميس أنه سيبقي سعر الفائدة الرئيسي دون تغيير وقال إن الأسعار ترتفع بوتيرة أبطأ مما كان متوقعا في الخريف الماضي."
    body = tuple(f"{n}. {sentence}" for n in ("أولا", "ثانيا", "ثالثا", "رابعا"))
    return Draft(
        "<!DOCTYPE html><html lang='ar' dir='rtl'><head><meta charset='utf-8'><title>البنك المركزي يبقي الفائدة</title></head><body><nav><a href='/'>الرئيسية</a></nav>"
        "<article><h1>البنك المركزي يبقي الفائدة دون تغيير</h1>" + "".join(f"<p>{p}</p>" for p in body) + "</article></body></html>",
        body=body, title="البنك المركزي يبقي الفائدة دون تغيير", published=None, outlet=None, language="ar",
    )  # fmt: skip


@layout("french-accents")
def french(story: Story) -> Draft:
    """French in Latin-1 without any declaration."""
    body = (
        "La banque centrale a annoncé jeudi que son taux directeur resterait inchangé, les prix ayant augmenté moins vite que prévu depuis l'automne.",
        "Quatre des neuf membres du comité ont voté pour une baisse, plus que lors de toutes les réunions tenues depuis la fin de la crise sanitaire.",
        "« Nous devons en voir davantage », a déclaré le gouverneur à la presse, en ajoutant que les salaires étaient désormais la question décisive.",
    )
    text = (
        "<html><head><title>La banque centrale maintient son taux</title></head><body><div id='menu'><a href='/'>Accueil</a></div><h1>La banque centrale "
        "maintient son taux directeur</h1>" + "".join(f"<p>{p}</p>" for p in body) + "</body></html>"
    )
    return Draft(
        text.encode("latin-1"),
        body=body,
        title="La banque centrale maintient son taux directeur",
        published=None,
        outlet=None,
        language="fr",
    )


@layout("utf16")
def utf16(story: Story) -> Draft:
    """UTF-16 with its mark, as some word processors save pages."""
    text = (
        f"<html><head><meta charset='utf-16'><title>{esc(story.headline)}</title>{open_graph(story)}</head><body><h1>{esc(story.headline)}</h1>"
        f"{paragraphs(story)}</body></html>"
    )
    return Draft(text.encode("utf-16"))


@layout("soft-hyphens")
def soft_hyphens(story: Story) -> Draft:
    """Soft hyphens in every long word, no-break spaces, zero-width spaces and double-escaped entities in the title."""

    def soften(text: str) -> str:
        return (
            " ".join(w[:4] + "&shy;" + w[4:] if len(w) > 7 else w for w in esc(text).split(" "))
            .replace(" of ", " of&nbsp;")
            .replace(" the ", " the &#8203;")
        )

    body = "".join(f"<p>{soften(p)}</p>" for p in story.paragraphs)
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story, headline=story.headline.replace('£', '&pound;')))}<body>{nav()}<article><h1>"
        f"{soften(story.headline)}</h1>{body}</article>{footer(story)}</body></html>",
        body=story.paragraphs,
    )


@layout("frames-and-forms")
def frames(story: Story) -> Draft:
    """Embedded frames, a video player's error, a poll and a search form inside the text."""
    poll = "<form class='poll'><p>Do you think that this was the right decision for the people of the region?</p><label>Yes</label><label>No</label></form>"
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><video>Your browser does "
        "not support the video tag.</video><iframe src='https://player.example/1'>This frame could not be shown by your browser</iframe>"
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[:4]) + poll
        + "".join(f"<p>{esc(p)}</p>" for p in story.paragraphs[4:]) + f"</article>{footer(story)}</body></html>",
        body=story.paragraphs,
    )  # fmt: skip


@layout("hidden-copies")
def hidden_copies(story: Story) -> Draft:
    """Texts for screen readers, a hidden print version, templates and commented-out old paragraphs."""
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, open_graph(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1><span class='sr-only'>Article "
        f"continues below this advertisement for screen readers of the site</span>{paragraphs(story)}<!-- <p>An old version of this paragraph said that "
        "nothing had happened at all.</p> --><div style='display:none'><p>Print edition: this text is only for those who print the page.</p></div>"
        "<template><p>A template that is never shown to anybody at all, with {placeholder}.</p></template><div hidden><p>Hidden words of the page that "
        f"nobody sees.</p></div></article>{footer(story)}</body></html>",
    )


@layout("lazy-gallery")
def lazy_gallery(story: Story) -> Draft:
    """Lazy pictures with noscript doubles and a gallery of captions between paragraphs."""
    picture = "<figure class='lazy'><img data-src='{0}.jpg'><noscript><img src='{0}.jpg'></noscript><figcaption>{1}</figcaption></figure>"
    captions = tuple(f"{story.caption[:-1]}, picture {n}." for n in range(3))
    return Draft(
        f"<!DOCTYPE html><html lang='en'>{head(story, json_ld(story))}<body>{nav()}<article><h1>{esc(story.headline)}</h1>"
        + "".join(f"<p>{esc(p)}</p>" + (picture.format(n, esc(captions[n])) if n < 3 else "") for n, p in enumerate(story.paragraphs))
        + f"</article>{teasers(story)}{footer(story)}</body></html>",
        body=story.paragraphs, neutral=captions,
    )  # fmt: skip
