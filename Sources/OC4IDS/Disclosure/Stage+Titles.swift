/// What stages and phases are called.
extension Stage {
    public var title: Bilingual {
        switch self {
        case .identification: Bilingual(en: "Identification", es: "Identificación")
        case .preparation: Bilingual(en: "Preparation", es: "Preparación")
        case .procurement: Bilingual(en: "Procurement", es: "Contratación")
        case .implementation: Bilingual(en: "Implementation", es: "Ejecución de la obra")
        case .completion: Bilingual(en: "Completion", es: "Finalización")
        }
    }
}

extension Phase {
    public var title: Bilingual {
        switch self {
        case .preInvestment: Bilingual(en: "Pre-investment", es: "Preinversión")
        case .execution: Bilingual(en: "Execution", es: "Ejecución")
        case .liquidation: Bilingual(en: "Liquidation", es: "Liquidación")
        }
    }
}
