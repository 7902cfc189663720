"""How Fusion draws a look: edges, rings, boxes and arrows, and the room round words."""

from clerkwell.ui.kit.palettes import Colours


def sheet(look: Colours, icons: str, scale: float = 1.0) -> str:
    """What Fusion leaves to be wished for: clear edges, a focus ring that is always seen, room round the words.

    `icons` is the folder of the drawings, with forward slashes, as style sheets want it; `scale` how many times the
    ordinary size the text has, which boxes, arrows and icons keep up with.
    """
    # A list that opens over its box is cut off, with arrows to turn it by: "combobox-popup: 0" hangs it below, whole.
    kind = "dark" if look.dark else "light"
    # Pixels of an edge and of the ring round what has the keyboard; the room within makes up for them.
    edge, ring = (2, 3) if look.high else (1, 2)
    box, arrow, small, drop, step = (round(each * scale) for each in (15, 14, 10, 24, 20))
    picture, tool, turn, answer = (round(each * scale) for each in (16, 20, 12, 26))
    beside_box, above = round(8 * scale), round(22 * scale)
    beside, bar, most = round(26 * scale), round(14 * (1 + scale) / 2), round(32 * scale)
    # The longest menu has to fit a small screen in large text.
    room = round(3 / scale)
    # Where edges are as plain as the words, a ring alone says too little of a button.
    focused = look.accent_wash if look.high else look.raised
    return f"""
    QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {{
        background: {look.base}; color: {look.text}; border: {edge}px solid {look.line};
        border-radius: 4px; padding: {5 - edge}px {7 - edge}px;
        selection-background-color: {look.accent}; selection-color: {look.on_accent};
        placeholder-text-color: {look.muted};
    }}
    QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
        border: {ring}px solid {look.accent}; padding: {5 - ring}px {7 - ring}px;
    }}
    QLineEdit[role="locked"] {{ background: {look.window}; border-style: dashed; }}
    QLineEdit[role="locked"]:focus {{ border-style: solid; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: 0; width: {drop}px; }}
    QComboBox::down-arrow {{ image: url("{icons}/arrow-down-{kind}.svg"); width: {arrow}px; height: {arrow}px; }}
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ border: 1px solid {look.line}; padding: 0; }}
    QSpinBox::up-button, QDateEdit::up-button {{ border: 0; width: {step}px; }}
    QSpinBox::down-button, QDateEdit::down-button {{ border: 0; width: {step}px; }}
    QSpinBox::up-arrow, QDateEdit::up-arrow {{
        image: url("{icons}/arrow-up-{kind}.svg"); width: {small}px; height: {small}px;
    }}
    QSpinBox::down-arrow, QDateEdit::down-arrow {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: {small}px; height: {small}px;
    }}
    QPushButton {{
        background: {look.raised}; color: {look.text}; border: {edge}px solid {look.line};
        border-radius: 4px; padding: {6 - edge}px {15 - edge}px;
    }}
    QPushButton:hover {{ background: {look.accent_wash}; }}
    QPushButton:focus {{
        background: {focused}; border: {ring}px solid {look.accent}; padding: {6 - ring}px {15 - ring}px;
        outline: 0;
    }}
    QPushButton:disabled {{ color: {look.faint}; border-color: {look.hairline}; }}
    QPushButton[primary="true"] {{
        background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; font-weight: 600;
    }}
    QPushButton[primary="true"]:focus {{
        background: {look.accent}; border: {ring}px solid {look.accent};
        outline: {ring}px solid {look.on_accent}; outline-offset: {ring}px; outline-radius: 3px;
    }}
    QPushButton[primary="true"]:disabled {{
        background: {look.raised}; color: {look.faint}; border-color: {look.hairline};
    }}
    QCheckBox, QRadioButton {{
        border: {ring}px solid transparent; border-radius: 4px; padding: 2px; spacing: {beside_box}px;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {look.accent}; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTreeView::indicator {{
        width: {box}px; height: {box}px; border: {edge}px solid {look.line}; background: {look.base};
    }}
    QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ border-radius: 3px; }}
    QListView::indicator {{ margin-right: 6px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + edge}px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked,
    QTreeView::indicator:checked {{
        background: {look.accent}; border-color: {look.accent};
    }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{
        image: url("{icons}/tick-{kind}.svg");
    }}
    QRadioButton::indicator:checked {{ image: url("{icons}/dot-{kind}.svg"); }}
    QTreeView::indicator:indeterminate {{
        background: {look.accent}; border-color: {look.accent}; image: url("{icons}/dot-{kind}.svg");
    }}
    QTreeView::indicator:checked:selected, QTreeView::indicator:indeterminate:selected {{
        border-color: {look.on_accent};
    }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QListView::indicator:disabled,
    QTreeView::indicator:disabled {{
        background: {look.window}; border-color: {look.hairline};
    }}
    QPushButton {{ icon-size: {picture}px; }}
    QPushButton::menu-indicator {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: {turn}px; height: {turn}px;
        subcontrol-origin: border; subcontrol-position: center right; right: 8px;
    }}
    QToolButton {{ icon-size: {tool}px; }}
    QToolButton {{ border: {edge}px solid transparent; border-radius: 4px; padding: {5 - edge}px; }}
    QToolButton:hover, QToolButton:checked {{ background: {look.accent_wash}; border-color: {look.line}; }}
    QToolButton:focus {{ border: {ring}px solid {look.accent}; padding: {5 - ring}px; }}
    QToolButton[popupMode="2"] {{ padding-right: {turn + 8}px; }}
    QToolButton[popupMode="2"]:focus {{ padding-right: {turn + 7}px; }}
    QToolButton::menu-indicator {{
        image: url("{icons}/arrow-down-{kind}.svg"); width: {turn}px; height: {turn}px;
        subcontrol-origin: padding; subcontrol-position: center right; right: 4px;
    }}
    QMenu {{
        background: {look.base}; color: {look.text}; border: 1px solid {look.line}; padding: 3px;
        icon-size: {picture}px;
    }}
    QMenu::item {{
        background: transparent; border: 1px solid transparent; border-radius: 4px;
        padding: {room}px {beside}px {room}px 8px;
    }}
    QMenu::item:selected {{
        background: {look.accent_wash}; color: {look.text}; border-color: {look.edge(focused=True)};
    }}
    QMenu::item:disabled {{ color: {look.faint}; }}
    QMenu::separator {{ height: 1px; background: {look.hairline}; margin: {room}px 6px; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenu::indicator {{
        width: {turn}px; height: {turn}px; left: 8px; margin-right: 6px;
        border: 1px solid {look.line}; border-radius: 3px;
    }}
    QMenu::indicator:exclusive {{ border-radius: {turn // 2 + 1}px; }}
    QMenu::indicator:checked {{
        background: {look.accent}; border-color: {look.accent}; image: url("{icons}/tick-{kind}.svg");
    }}
    QMenu::indicator:exclusive:checked {{ image: url("{icons}/dot-{kind}.svg"); }}
    QMenu::right-arrow {{
        image: url("{icons}/arrow-next-{kind}.svg"); width: {turn}px; height: {turn}px; right: 6px;
    }}
    QTreeView::branch:has-children:closed {{ image: url("{icons}/arrow-next-{kind}.svg"); }}
    QTreeView::branch:has-children:open {{ image: url("{icons}/arrow-down-{kind}.svg"); }}
    QFrame[role="edge"] {{ color: {look.hairline}; }}
    QFrame[role="card"] {{ border: 1px solid {look.line if look.high else look.hairline}; border-radius: 4px; }}
    QGroupBox {{
        border: 1px solid {look.line if look.high else look.hairline}; border-radius: 4px;
        margin-top: {above}px; padding: 4px;
    }}
    QGroupBox::title {{ subcontrol-origin: margin; subcontrol-position: top left; left: 0; padding: 0; }}
    QListView, QTreeView, QTableView {{
        background: {look.base}; border: 1px solid {look.line if look.high else look.hairline};
        border-radius: 4px; padding: {ring - 1}px; outline: 0; icon-size: {picture}px;
        selection-background-color: {look.accent_wash}; selection-color: {look.text};
    }}
    QTableView {{ gridline-color: {look.line}; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: {ring}px solid {look.accent}; padding: 0; }}
    QTreeWidget::item {{ padding: 3px 6px; }}
    QTreeWidget::item:first, QTreeWidget::item:only-one {{ border-left: 3px solid transparent; }}
    QTreeWidget::item:selected {{ background: {look.accent_wash}; color: {look.text}; }}
    QTreeWidget::item:selected:first, QTreeWidget::item:selected:only-one {{ border-left: 3px solid {look.accent}; }}
    QTableWidget::item {{ padding: 2px 5px; border: 1px solid transparent; }}
    QTableWidget::item:selected {{
        background: {look.accent_wash}; color: {look.text}; border-color: {look.accent};
    }}
    QHeaderView::section {{
        background: {look.raised}; color: {look.text}; border: 0; border-bottom: 1px solid {look.line};
        padding: 4px 6px; font-weight: 600;
    }}
    QListView[role="plain"]::item {{
        padding: 6px 8px; border: 1px solid transparent; border-left: 3px solid transparent; border-radius: 2px;
    }}
    QListView::item:selected {{
        background: {look.accent_wash}; color: {look.text}; border: 1px solid {look.accent}; border-radius: 4px;
    }}
    QListView[role="plain"]::item:selected {{ border-color: {look.edge(focused=False)}; }}
    QListView[role="plain"]::item:selected:active {{ border-color: {look.accent}; }}
    QListView[role="plain"]::item:selected {{ border-left: 3px solid {look.accent}; border-radius: 2px; }}
    QTabBar::tab {{
        padding: 6px 14px; color: {look.text}; background: transparent; border: 0; border-bottom: 3px solid transparent;
    }}
    QTabBar::tab:selected {{ border-bottom-color: {look.accent}; font-weight: 600; }}
    QTabBar::tab:selected:focus {{ background: {look.accent_wash}; }}
    QComboBox QAbstractItemView::item {{ min-height: {answer}px; padding: 0 6px; }}
    QComboBox QAbstractItemView::item:selected {{
        background: {look.accent_wash}; color: {look.text}; border: 1px solid {look.accent};
    }}
    QCalendarWidget QAbstractItemView {{
        selection-background-color: {look.accent}; selection-color: {look.on_accent};
    }}
    QScrollArea[role="read"] {{ border: {ring}px solid transparent; border-radius: 4px; }}
    QScrollArea[role="read"]:focus {{ border-color: {look.accent}; }}
    QLabel[role="muted"] {{ color: {look.muted}; }}
    QLabel[role="error"] {{ color: {look.error}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {look.raised}; color: {look.text}; border: 1px solid {look.line}; padding: 4px; }}
    QSplitter::handle {{ background: {look.hairline}; }}
    QAbstractScrollArea::corner {{ background: {look.window}; border: 0; }}
    QScrollBar {{ background: {look.window}; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: {bar}px; }}
    QScrollBar:horizontal {{ height: {bar}px; }}
    QScrollBar::handle {{ background: {look.line}; border-radius: 4px; margin: 3px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {look.muted}; }}
    QScrollBar::handle:vertical {{ min-height: {most}px; }}
    QScrollBar::handle:horizontal {{ min-width: {most}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
