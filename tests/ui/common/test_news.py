from __future__ import annotations

from ui.common.news import News


def test_what_is_the_same_is_no_news() -> None:
    news = News()
    assert news.are(("fig",), 1)
    assert not news.are(("fig",), 1)
    assert news.are(("fig",), 2)
    assert news.are(("fig",), 1)


def test_nothing_is_news_once() -> None:
    news = News()
    assert news.are()
    assert not news.are()


def test_what_a_hand_has_changed_is_shown_again() -> None:
    news = News()
    news.are("fig")
    news.forget()
    assert news.are("fig")
